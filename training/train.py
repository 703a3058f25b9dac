"""Training of the network of `zopa.text.network` in numpy: the same sums forward, and their derivatives by hand."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.text.network import DILATIONS, FEATURES, N_DISTANCES, TAG_LAYER, distances, features_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from training.trees import Tree

WIDTHS = {"word": 64, "suffix3": 32, "suffix2": 16, "prefix3": 24, "shape": 16}
FEWEST = {"word": 2, "suffix3": 3, "suffix2": 3, "prefix3": 4, "shape": 3}  # a rarer value is unknown
HIDDEN, ARC, LABEL = 192, 128, 64
DROP = 0.3
Weights = dict[str, Any]


def find_known(trees: Sequence[Tree]) -> dict[str, list[str]]:
    """The values of each feature that are frequent enough to be learnt, the most frequent first."""
    counts: dict[str, Counter[str]] = {feature: Counter() for feature in FEATURES}
    for tree in trees:
        for form in tree.forms:
            for feature, value in zip(FEATURES, features_of(form), strict=True):
                counts[feature][value] += 1
    return {f: sorted((v for v, n in c.items() if n >= FEWEST[f]), key=lambda v: (-c[v], v)) for f, c in counts.items()}


def first_weights(known: dict[str, list[str]], n_tags: int, n_relations: int, rng: np.random.Generator) -> Weights:
    """Weights before training."""

    def random(*shape: int) -> Any:
        return (rng.standard_normal(shape) * np.sqrt(2.0 / shape[0])).astype(np.float32)

    w: Weights = {}
    for feature in FEATURES:
        w[f"embed.{feature}"] = (rng.standard_normal((len(known[feature]) + 2, WIDTHS[feature])) * 0.3).astype(
            np.float32
        )
    w["in.w"], w["in.b"] = random(sum(WIDTHS.values()), HIDDEN), np.zeros(HIDDEN, np.float32)
    for n in range(len(DILATIONS)):
        w[f"conv{n}.w"], w[f"conv{n}.b"] = random(3 * HIDDEN, HIDDEN), np.zeros(HIDDEN, np.float32)
    for name in ("in", *(f"conv{n}" for n in range(len(DILATIONS)))):
        w[f"{name}.g"], w[f"{name}.s"] = np.ones(HIDDEN, np.float32), np.zeros(HIDDEN, np.float32)
    w["tag.w"], w["tag.b"] = random(HIDDEN, n_tags) * 0.3, np.zeros(n_tags, np.float32)
    w["mix.w"] = random(n_tags, HIDDEN) * 0.3
    w["dep.w"], w["dep.b"] = random(HIDDEN, ARC), np.zeros(ARC, np.float32)
    w["head.w"], w["head.b"] = random(HIDDEN, ARC), np.zeros(ARC, np.float32)
    w["root"] = np.full(ARC, 0.3, np.float32)
    w["arc.u"], w["arc.v"] = random(ARC, ARC) * 0.2, np.zeros(ARC, np.float32)
    w["arc.p"] = np.zeros((N_DISTANCES, ARC), np.float32)
    w["rel.d"], w["rel.h"], w["rel.b"] = random(HIDDEN, LABEL), random(HIDDEN, LABEL), np.zeros(LABEL, np.float32)
    w["rel.p"] = np.zeros((N_DISTANCES, LABEL), np.float32)
    w["rel.w"], w["rel.c"] = random(LABEL, n_relations), np.zeros(n_relations, np.float32)
    return w


class Batch:
    """Sentences of about one length, padded: features, tags, heads, relations, and which places hold a word."""

    def __init__(self, group: Sequence[tuple[Any, Any, Any, Any]]) -> None:
        longest = max(len(tags) for _, tags, _, _ in group)
        self.ids = np.ones((len(group), longest, len(FEATURES)), np.int32)
        self.inside = np.zeros((len(group), longest), bool)
        self.tags, self.heads, self.relations = (np.zeros((len(group), longest), np.int32) for _ in range(3))
        for n, (ids, tags, heads, relations) in enumerate(group):
            size = len(tags)
            self.ids[n, :size], self.tags[n, :size], self.heads[n, :size], self.relations[n, :size] = (
                ids,
                tags,
                heads,
                relations,
            )
            self.inside[n, :size] = True


def _batches(coded: list[Any], rng: np.random.Generator, words: int = 1500) -> Iterator[Batch]:
    order = rng.permutation(len(coded))
    chunks: list[list[Any]] = []
    for start in range(0, len(order), 2000):
        group = sorted((coded[k] for k in order[start : start + 2000]), key=lambda s: len(s[1]))
        at = 0
        while at < len(group):
            until = at + 1
            while until < len(group) and (until - at + 1) * len(group[until][1]) <= words:
                until += 1
            chunks.append(group[at:until])
            at = until
    for k in rng.permutation(len(chunks)):
        yield Batch(chunks[k])


def _norm(x: Any, gain: Any, shift: Any) -> tuple[Any, Any]:
    centred = x - x.mean(-1, keepdims=True)
    inverse = 1 / np.sqrt((centred * centred).mean(-1, keepdims=True) + 1e-5)
    scaled = centred * inverse
    return scaled * gain + shift, (scaled, inverse)


def _norm_back(dy: Any, gain: Any, kept: Any, grads: Weights, name: str) -> Any:
    scaled, inverse = kept
    axes = tuple(range(dy.ndim - 1))
    grads[f"{name}.g"], grads[f"{name}.s"] = (dy * scaled).sum(axes), dy.sum(axes)
    ds = dy * gain
    return (ds - ds.mean(-1, keepdims=True) - scaled * (ds * scaled).mean(-1, keepdims=True)) * inverse


def _flat(x: Any) -> Any:
    return x.reshape(-1, x.shape[-1])


def _windows(h: Any, step: int) -> Any:
    padded = np.pad(h, ((0, 0), (step, step), (0, 0)))
    length = h.shape[1]
    return np.concatenate((padded[:, :length], h, padded[:, 2 * step : 2 * step + length]), -1)


def _windows_back(d: Any, step: int) -> Any:
    width, length = d.shape[-1] // 3, d.shape[1]
    total = np.zeros((d.shape[0], length + 2 * step, width), np.float32)
    total[:, :length] += d[..., :width]
    total[:, step : step + length] += d[..., width : 2 * width]
    total[:, 2 * step : 2 * step + length] += d[..., 2 * width :]
    return total[:, step : step + length]


def _softmax_loss(scores: Any, gold: Any, weight: Any) -> tuple[float, Any, Any]:
    """Loss, its derivative by the scores, and the probabilities."""
    top = scores - scores.max(-1, keepdims=True)
    p = np.exp(top)
    p /= p.sum(-1, keepdims=True)
    picked = np.take_along_axis(p, gold[..., None], -1)[..., 0]
    loss = float(-(np.log(picked + 1e-9) * weight).sum())
    away = p.copy()
    np.put_along_axis(away, gold[..., None], picked[..., None] - 1, -1)
    return loss, away * weight[..., None], p


def step(w: Weights, batch: Batch, rng: np.random.Generator) -> tuple[float, Weights]:  # noqa: PLR0915 - forward and back belong side by side
    """Loss of a batch and its derivative by every weight."""
    g: Weights = {}

    def dropped(shape: tuple[int, ...], rate: float = DROP) -> Any:
        return ((rng.random(shape, np.float32) >= rate) / (1 - rate)).astype(np.float32)

    ids = batch.ids.copy()
    unknown = rng.random(ids.shape[:2]) < 0.08  # rare and new words must be read by their shape and their place
    ids[..., 0][unknown & batch.inside] = 0
    keep = batch.inside[..., None].astype(np.float32)
    weight = batch.inside / batch.inside.sum()
    count, length = ids.shape[:2]
    # forward
    x = np.concatenate([w[f"embed.{name}"][ids[..., n]] for n, name in enumerate(FEATURES)], -1)
    drop_x = dropped(x.shape, 0.25)
    x = x * drop_x
    a = x @ w["in.w"] + w["in.b"]
    h, kept_in = _norm(np.maximum(a, 0), w["in.g"], w["in.s"])
    h = h * keep
    layers: list[Any] = []
    drop_t = dropped(h.shape, 0.2)
    for n, stride in enumerate(DILATIONS):
        window = _windows(h, stride)
        z = window @ w[f"conv{n}.w"] + w[f"conv{n}.b"]
        drop = dropped(z.shape)
        out, kept = _norm(h + np.maximum(z, 0) * drop, w[f"conv{n}.g"], w[f"conv{n}.s"])
        layers.append((window, z, drop, kept))
        h = out * keep
        if n + 1 == TAG_LAYER:
            t = h * drop_t
            loss_t, dt, p = _softmax_loss(t @ w["tag.w"] + w["tag.b"], batch.tags, weight)
            h = (h + p @ w["mix.w"]) * keep
    drop_h = dropped(h.shape, 0.2)
    hh = h * drop_h
    za, zb = hh @ w["dep.w"] + w["dep.b"], hh @ w["head.w"] + w["head.b"]
    dependent, head = np.maximum(za, 0), np.maximum(zb, 0)
    drop_d, drop_e = dropped((count, 1, ARC)), dropped((count, 1, ARC))
    dependent = dependent * drop_d
    head = np.concatenate((np.broadcast_to(np.maximum(w["root"], 0), (count, 1, ARC)), head), 1) * drop_e
    du = dependent @ w["arc.u"]
    apart = distances(length)
    by_distance = dependent @ w["arc.p"].T
    scores = du @ head.transpose(0, 2, 1) + (head @ w["arc.v"])[:, None, :]
    scores = scores + np.take_along_axis(by_distance, np.broadcast_to(apart, (count, length, length + 1)), -1)
    possible = np.concatenate((np.ones((count, 1), bool), batch.inside), 1)[:, None, :]
    scores = np.where(possible, scores, -1e9)
    scores[:, np.arange(length), np.arange(length) + 1] = -1e9
    loss_a, ds, _ = _softmax_loss(scores, batch.heads, weight)
    governors = np.concatenate((np.zeros((count, 1, HIDDEN), np.float32), hh), 1)
    above = np.take_along_axis(governors, batch.heads[..., None], 1)
    gold_apart = apart[np.arange(length)[None, :], batch.heads]
    zr = hh @ w["rel.d"] + above @ w["rel.h"] + w["rel.p"][gold_apart] + w["rel.b"]
    drop_r = dropped(zr.shape, 0.2)
    r = np.maximum(zr, 0) * drop_r
    loss_r, dr, _ = _softmax_loss(r @ w["rel.w"] + w["rel.c"], batch.relations, weight)
    # back: relations
    g["rel.w"], g["rel.c"] = _flat(r).T @ _flat(dr), _flat(dr).sum(0)
    dzr = (dr @ w["rel.w"].T) * drop_r * (zr > 0)
    g["rel.d"], g["rel.h"], g["rel.b"] = _flat(hh).T @ _flat(dzr), _flat(above).T @ _flat(dzr), _flat(dzr).sum(0)
    g["rel.p"] = np.zeros_like(w["rel.p"])
    np.add.at(g["rel.p"], gold_apart.ravel(), _flat(dzr))
    dhh = dzr @ w["rel.d"].T
    dgov = np.zeros_like(governors)
    np.add.at(dgov, (np.arange(count)[:, None], batch.heads), dzr @ w["rel.h"].T)
    dhh += dgov[:, 1:]
    # back: heads
    ddu = ds @ head
    dhead = ds.transpose(0, 2, 1) @ du + ds.sum(1)[..., None] * w["arc.v"]
    g["arc.v"] = np.einsum("bj,bja->a", ds.sum(1), head)
    g["arc.u"] = _flat(dependent).T @ _flat(ddu)
    ddep = ddu @ w["arc.u"].T
    dby = np.zeros_like(by_distance)
    for k in range(N_DISTANCES):
        mask = apart == k
        if mask.any():
            dby[..., k] = (ds * mask).sum(-1)
    ddep += dby @ w["arc.p"]
    g["arc.p"] = _flat(dby).T @ _flat(dependent)
    dhead = dhead * drop_e
    g["root"] = dhead[:, 0].sum(0) * (w["root"] > 0)
    dza, dzb = ddep * drop_d * (za > 0), dhead[:, 1:] * (zb > 0)
    g["dep.w"], g["dep.b"] = _flat(hh).T @ _flat(dza), _flat(dza).sum(0)
    g["head.w"], g["head.b"] = _flat(hh).T @ _flat(dzb), _flat(dzb).sum(0)
    dhh += dza @ w["dep.w"].T + dzb @ w["head.w"].T
    # back: layers and tags
    dh = dhh * drop_h
    for n in reversed(range(len(DILATIONS))):
        if n + 1 == TAG_LAYER:
            dh = dh * keep
            g["mix.w"] = _flat(p).T @ _flat(dh)
            dp = dh @ w["mix.w"].T
            dt = dt + p * (dp - (dp * p).sum(-1, keepdims=True))
            g["tag.w"], g["tag.b"] = _flat(t).T @ _flat(dt), _flat(dt).sum(0)
            dh = dh + (dt @ w["tag.w"].T) * drop_t
        window, z, drop, kept = layers[n]
        dsum = _norm_back(dh * keep, w[f"conv{n}.g"], kept, g, f"conv{n}")
        dz = dsum * drop * (z > 0)
        g[f"conv{n}.w"], g[f"conv{n}.b"] = _flat(window).T @ _flat(dz), _flat(dz).sum(0)
        dh = dsum + _windows_back(dz @ w[f"conv{n}.w"].T, DILATIONS[n])
    da = _norm_back(dh * keep, w["in.g"], kept_in, g, "in") * (a > 0)
    g["in.w"], g["in.b"] = _flat(x).T @ _flat(da), _flat(da).sum(0)
    dx = (da @ w["in.w"].T) * drop_x
    at = 0
    for n, name in enumerate(FEATURES):
        rows, place = np.unique(ids[..., n], return_inverse=True)
        part = _flat(dx[..., at : at + WIDTHS[name]])
        summed = np.zeros((len(rows), WIDTHS[name]), np.float32)
        np.add.at(summed, place.ravel(), part)
        g[f"embed.{name}"] = (rows, summed)
        at += WIDTHS[name]
    return loss_t + loss_a + loss_r, g


class Adam:
    """Kingma & Ba (2015), ICLR, with decoupled decay; embeddings are moved only where they were used."""

    def __init__(self, w: Weights, decay: float = 1e-5) -> None:
        self.w, self.decay, self.count = w, decay, 0
        self.first = {name: np.zeros_like(value) for name, value in w.items()}
        self.second = {name: np.zeros_like(value) for name, value in w.items()}
        self.mean = {name: value.copy() for name, value in w.items()}

    def move(self, grads: Weights, rate: float) -> None:
        """One step; the derivative is clipped to norm 5."""
        self.count += 1
        norm = np.sqrt(sum(float(((v[1] if isinstance(v, tuple) else v) ** 2).sum()) for v in grads.values()))
        clip = min(1.0, 5.0 / (norm + 1e-9))
        fix1, fix2 = 1 - 0.9**self.count, 1 - 0.99**self.count
        for name, value in grads.items():
            rows, grad = value if isinstance(value, tuple) else (slice(None), value)
            grad = grad * clip
            first, second = self.first[name], self.second[name]
            first[rows] = 0.9 * first[rows] + 0.1 * grad
            second[rows] = 0.99 * second[rows] + 0.01 * grad * grad
            self.w[name][rows] -= rate * (
                first[rows] / fix1 / (np.sqrt(second[rows] / fix2) + 1e-8) + self.decay * self.w[name][rows]
            )


def average(mean: Weights, w: Weights, share: float) -> None:
    """Moves a running mean of the weights toward the weights (Polyak averaging)."""
    for name, value in w.items():
        mean[name] += share * (value - mean[name])


def code(
    trees: Sequence[Tree], known: dict[str, dict[str, int]], tags: dict[str, int], relations: dict[str, int]
) -> list[Any]:
    """Trees as arrays of numbers."""
    coded: list[Any] = []
    for tree in trees:
        ids = [[known[f].get(v, 0) for f, v in zip(FEATURES, features_of(form), strict=True)] for form in tree.forms]
        coded.append(
            (
                np.array(ids, np.int32),
                [tags[t] for t in tree.tags],
                list(tree.heads),
                [relations[r] for r in tree.relations],
            )
        )
    return coded


def train(
    trees: Sequence[Tree], *, epochs: int, seed: int, log: Any, check: Any = None
) -> tuple[dict[str, list[str]], list[str], list[str], Weights]:
    """Known values, tags, relations and weights learnt from `trees` (sentences of more than 100 words are left out)."""
    trees = [tree for tree in trees if len(tree.forms) <= 100]
    rng = np.random.default_rng(seed)
    known = find_known(trees)
    tags = sorted({t for tree in trees for t in tree.tags})
    relations = sorted({r for tree in trees for r in tree.relations})
    rows = {f: {v: n + 2 for n, v in enumerate(values)} for f, values in known.items()}
    coded = code(trees, rows, {t: n for n, t in enumerate(tags)}, {r: n for n, r in enumerate(relations)})
    w = first_weights(known, len(tags), len(relations), rng)
    adam = Adam(w)
    mean: Weights = {}
    for epoch in range(epochs):
        begun, total, steps = time.monotonic(), 0.0, 0
        rate = 2e-3 * min(1.0, 2.2 * (1 - epoch / epochs) ** 1.0)
        for batch in _batches(coded, rng):
            loss, grads = step(w, batch, rng)
            adam.move(grads, rate * min(1.0, adam.count / 200 + 0.05))
            total, steps = total + loss, steps + 1
            if epoch >= 2:
                if not mean:
                    mean = {name: value.copy() for name, value in w.items()}
                average(mean, w, 0.002)
        log(f"epoch {epoch + 1}: loss {total / steps:.3f}, {time.monotonic() - begun:.0f} s")
        if check and (epoch % 3 == 2 or epoch == epochs - 1):
            log(check(known, tags, relations, mean or w))
    return known, tags, relations, mean or w
