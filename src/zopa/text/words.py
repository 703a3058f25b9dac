"""Small closed classes of English words that the rules of the reader share."""

from __future__ import annotations

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any no every each both all".split()
)
PRONOUNS = frozenset("he she they it we i you who".split())
SUBJECT_PRONOUNS = frozenset("he she they it we i you who which".split())
PREPOSITIONS = frozenset(
    "of in on at by for from to with without under over after before during between among against about into through "
    "since until till near via per amid despite within across toward towards upon as than like outside inside around "
    "following regarding concerning ahead behind beyond along".split()
)
PLACE_PREPOSITIONS = frozenset(
    "in to from near at outside around into via inside toward towards through across".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would can could shall should may might must "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot".split()
)
FINITE_AUXILIARIES = AUXILIARIES - {"be", "been", "being", "having"}
NEGATIONS = frozenset(
    "not never n't no neither nor isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't "
    "can't couldn't cannot".split()
)
ADVERBS = frozenset(
    "also then later earlier once again now often always still even just only already reportedly allegedly apparently "
    "further furthermore moreover meanwhile however instead soon too thus therefore ever yet long quite rather almost "
    "nonetheless nevertheless today yesterday tomorrow tonight twice".split()
)
CONJUNCTIONS = frozenset("and but or nor yet so".split())
SUBORDINATORS = frozenset(
    "that because while when whenever if unless although though whereas where as since after before until which who whom "
    "whose what why how whether once lest".split()
)
TEMPORAL = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december today yesterday tomorrow tonight morning afternoon evening night week month year weekend".split()
)
TITLES = frozenset(
    "president presidents prime minister ministers premier chancellor secretary general foreign defence defense deputy "
    "vice envoy ambassador "
    "mr mr. mrs mrs. ms ms. dr dr. prof prof. professor sir lord lady king queen prince princess emir sheikh pope "
    "cardinal bishop archbishop rabbi imam ayatollah senator sen. sen congressman congresswoman representative rep. rep "
    "governor gov. mayor gen. gen lt. lt col. col colonel major maj. lt-general lt-gen lt-col "
    "lieutenant-general major-general brigadier-general "
    "captain capt. admiral adm. commander sgt. "
    "chairman chairwoman chair chief head director spokesman spokeswoman spokesperson speaker leader judge justice "
    "undersecretary commissioner councillor lieutenant brigadier marshal comrade special advisor adviser aide "
    "negotiator mediator coordinator diplomat lawmaker secretary-general rapporteur ceo cfo coo mp mps mep meps msp mk mks "
    "cllr councilman councilwoman alderman alderwoman assemblyman assemblywoman baroness dame superintendent treasurer "
    "vice-president vice-chancellor vice-premier vice-chairman rev rev.".split()
)
ROLE_NOUNS = TITLES | frozenset(
    "official officials aides advisers advisors spokespeople negotiators diplomats lawmakers minister's fellow analyst "
    "expert professor author researcher scientist founder banker investor activist journalist correspondent reporter "
    "oligarch guru lawyer son-in-law wife husband brother member coach manager executive economist historian critic "
    "blogger economist politician deputy envoys premier dictator tsar delegate delegation ally chairman veteran pilot "
    "soldier officer detective teacher student father mother campaigner barrister poster co-author coauthor boss "
    "chairperson convener convenor counsel".split()
)
# Roles in which a person may speak for a state or movement; a fellow, an investor or a student does not.
OFFICIAL_ROLES = (
    TITLES - frozenset("mr mr. mrs mrs. ms ms. dr dr. prof prof. professor sir lord lady judge".split())
) | frozenset(
    "official officials aides advisers advisors negotiators diplomats lawmakers delegate delegation deputy envoys "
    "premier dictator commander guru boss chairperson".split()
)
ANONYMOUS = frozenset(
    "official officials source sources media report reports diplomat diplomats analyst analysts observer observers expert "
    "experts critic critics people person insiders outlets newspapers press authorities aides commentators journalists "
    "witnesses some others many everyone nobody somebody someone members lawmakers politicians residents posters "
    "researchers scientists authors spokesman spokeswoman spokesperson individuals news outlet agency agencies".split()
)
ORGANISATION_WORDS = frozenset(
    "ministry department council committee commission agency fund bank center centre institute university college school "
    "foundation association organisation organization company corporation corp inc ltd group union federation party "
    "parliament congress senate house assembly court police army navy force forces guard office bureau service services "
    "board authority chamber league club society movement front alliance coalition network press times post news journal "
    "guardian telegraph herald tribune review magazine radio television tv channel agency reuters bloomberg axios study "
    "carnegie hospital team church embassy summit conference forum treaty agreement accord plan act constitution charter "
    "resolution district street square palace airport sea river lake mountain island islands region province state city "
    "building hotel war day games cup prize medal world international national administration cabinet government website "
    "programme program project letter education interior economy finance health justice trade energy commerce agriculture affairs "
    "airways airline airlines schools republic emirates".split()
)
# Verbs of saying and thinking that are hardly ever anything else: no noun phrase runs over one.
SAID = frozenset(
    "said says told tells added adds announced announces insisted insists believes believed thinks thought argued argues "
    "claimed warned warns stressed hoped feared declared explained admitted acknowledged".split()
)
MALE, FEMALE = frozenset("he him his himself".split()), frozenset("she her hers herself".split())
HEDGES = frozenset(
    "reportedly allegedly apparently supposedly purportedly presumably possibly perhaps maybe likely probably seemingly "
    "potentially may might could rumoured rumored suggests appears seems reported".split()
)
