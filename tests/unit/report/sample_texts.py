"""Three invented documents about an invented dispute over the water of the river Saro: plain, Arabic, hostile."""

GAZETTE = """Velmar and Ostrana end river talks without a text

By Ines Maro, Harbour Gazette, 14 March 2031

Home | World | Water | Subscribe for full access

The delegations of Velmar and Ostrana left the lake town of Brenn on Wednesday night after some six hours in one room. \
"No text was agreed and none was promised," said Tomas Vel, Velmar's chief negotiator.

Officials of the Lake Commission said that Ostrana had accepted a minimum flow of 450 cubic metres per second in the dry \
months. Velmar wants 600. The dam at Karsk, 140 metres high, is to begin filling on 1 June.

"We will talk about numbers when the turbines are safe," said Leda Orsk, Ostrana's water minister. She gave no date for \
another round. According to two people in the room, the commission's draft has 12 points, down from 17.

Velmar's foreign minister, Dario Quell, will not travel to the capital of Ostrana before the flow of the river is \
guaranteed in writing, the Gazette understands. The fishing villages of the delta, where 80,000 people live, had nobody at \
the table.

"The river is a common house," Orsk said, "and nobody sells the roof of a house that they share."

The Gazette judges that the talks were a beginning: both sides spoke of the same pages for the first time in four years.

Velmar and Ostrana end river talks without a text. The delegations of Velmar and Ostrana left the lake town of Brenn on \
Wednesday night after some six hours in one room.
"""

BANK = """مفاوضات نهر سارو: ست ساعات بلا نتيجة

صحيفة الضفة، ١٣ مارس ٢٠٣١
بقلم سلمى حداد

انتهت محادثات برين بين فيلمار وأوسترانا بعد ست ساعات. وقالت وزيرة المياه ليدا أورسك: «لم نقبل أي رقم، ولن نقبل رقماً تحت الضغط».

وأكدت الوزيرة أن «النهر بيت مشترك، لكن السد ملك لمن بناه». وتقول الصحيفة إن المحادثات كانت عرضاً لكسب الوقت قبل ملء السد في الأول من يونيو.

وبحسب مصدر في الوفد، تضم مسودة اللجنة ١٧ نقطة، ولم يُحذف منها شيء.

وتطالب أوسترانا بأن تدفع فيلمار ثلث كلفة السد، أي 2.4 مليار تالر.
"""

REVIEW = """<script>window.pwned = true; alert(1)</script> Upland Review: the dam comes first
</textarea></div></body><img src=x onerror="window.pwned=true"><a href="javascript:alert(2)">read more</a>
${7*7} {{7*7}} {% raw %} <!-- --> ]]> &amp; &lt;b&gt;

Upland Review, 12 March 2031. The colours: \x1b[31mred alert\x1b[0m, a bell \x07 and a return \rover it.
The price is \u202e003$\u202c and \u2066hidden\u2069, zero\u200bwidth, p\u0430ypal in another script.

[bold]"Ostrana will fill the dam whatever the commission writes,"[/bold] said a deputy minister who asked not to be named.

| a | table | \\ `code` **bold** _it_ # no heading ![img](http://evil.example/x.png) <http://evil.example> www.evil.example

Velmar must pay a third of the cost of Karsk before a single cubic metre is promised, this review says. A flow of 450 \
cubic metres is "a number of the commission, not of Ostrana".
"""
