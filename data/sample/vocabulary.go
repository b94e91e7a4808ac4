package sample

import (
	"slices"
	"strings"
)

// No text of this file holds what JSON would escape. The lists of words go from the most to the least frequent.

// named is something with an identifier.
type named struct{ id, title string }

var lanes = []named{
	{"interior", "Ministry of the Interior"},
	{"justice", "Ministry of Justice"},
	{"foreign", "Ministry of Foreign Affairs"},
	{"treasury", "Treasury"},
	{"parliament", "Parliament"},
	{"courts", "Courts"},
	{"police", "Police"},
	{"army", "Army"},
	{"press", "Press"},
	{"unions", "Trade unions"},
	{"health", "Hospitals and health boards"},
	{"towns", "Towns and provinces"},
}

var sources = []named{
	{"gazette", "The Gazette"},
	{"archive", "State Archive, minutes and letters"},
}

var tags = strings.Fields(`
	politics law budget election protest trial reform health security border press strike energy trade transport
	housing education crime appeal treaty water farming industry science sport arts weather flood fire rescue
	pensions taxes`)

// connectives are the words that stand between others in a sentence.
var connectives = slices.Concat(strings.Fields("the and a to"), prepositions)

// prepositions are the connectives of titles, which have no room for more.
var prepositions = strings.Fields(`
	of in for on with at by from after over against before under about into as between during since without until
	near within despite through while`)

// words are common words, and behind them names, which are rarer.
var words = slices.Concat(strings.Fields(`
	new report court minister state council police law two office first party vote more public city local plan
	case bill their year talks no last union board deal chief judge budget that man three tax aid staff women
	group day work may week press member home army war trade right leader order call land road old health water
	next men said now meeting fund part school rule time town decision death letter bank job only made statement
	region power use key oil top support team age former own four committee house late open place head main
	policy end early fire month people back country cost force act food down rail held high change named free
	claim line draft low price five port paper talk rise both hearing rate gas reform children border base peace
	move charge farm strike test large data field area side ban clear appeal cut major firm role loan visit set
	trial lead term count hour near question small sent found half site final result told poor review ten left
	view risk six debt duty post seat station care study joint note date past inquiry speech agency stop fall
	full face bridge air search limit gave private evidence source real book growth hold went victim north south
	west east came list long good centre raise arms paid pay just strong hope fear doubt common start level run
	ship train bus coal safe room night prison guard file record witness proof agreed denied refused signed
	opened closed asked warned voted began ended passed rejected adopted approved delayed dropped moved lost won
	met known given taken kept seen heard read written printed issued granted engine market season building
	chamber citizen village valley river forest island harbour factory mine plant hospital college teacher
	doctor nurse worker driver pilot farmer student pupil tenant owner voter editor reporter lawyer officer
	soldier deputy mayor governor president secretary envoy expert adviser auditor clerk treaty charter decree
	clause article section annex permit licence contract tender invoice pension salary subsidy surplus deficit
	interest share bond currency reserve import export quota tariff customs harvest wheat cattle fishing drought
	flood storm earthquake shelter rescue ambulance vaccine epidemic ward clinic medicine housing rent estate
	tower street square park tunnel airport runway ferry canal dam pipeline reactor turbine protest march rally
	petition slogan banner crowd curfew arrest raid weapon theft fraud bribe ransom hostage custody sentence
	verdict pardon amnesty parole extradition asylum refugee passport visa frontier ceasefire truce summit
	mission mandate embassy consul protocol memorandum communique sanction embargo boycott coalition cabinet
	faction caucus ballot constituency referendum majority quorum motion amendment constitution`), places, surnames)

var places = strings.Fields(`
	London Paris Berlin Madrid Rome Vienna Ankara Athens Lisbon Dublin Brussels Warsaw Prague Geneva Zürich Málaga
	Liège Köln Münster Orléans Besançon Gdańsk Kraków Łódź Brno Győr Pécs Malmö Århus Tromsø Tampere Tartu Riga
	Vilnius Sofia Skopje Niš Split Piran Braşov Iaşi Muş Eskişehir Şanlıurfa Diyarbakır İzmir Nicosia Valletta
	Córdoba León Cádiz Logroño Coruña Évora Braga Bergen Leeds Cardiff Lille Nantes Ghent Bruges Utrecht Bremen
	Leipzig Graz Linz Turin Genoa Bari Patras Volos Bursa Adana Bogotá Cusco Asunción Montréal Québec Tunis`)

var firstNames = strings.Fields(`
	Anna José Maria Paul Elif Jürgen Renée Ayşe Peter Núria Ivan Zoë Ahmed Inés Karl Léa Mehmet Søren Clara Iñaki
	Eva Hélène Tomás Olga Şule Björn Marta Émile Nadia Günter Rosa Pável Lucía Hans Amélie Omar Begoña Jan Chloé
	Çağla Viktor Teresa Hugo Irène Mateusz Sofía Emre Ruth`)

var surnames = strings.Fields(`
	Martin Müller García Yılmaz Novák Rossi Silva Jansen Núñez Schmidt Dubois Öztürk Kowalski Peña Lefèvre Weiß
	Şahin Horváth Ibáñez Larsson Costa Köhler Muñoz Demir Fischer Béranger Popescu Ruiz Çelik Andersen Lemaître
	Ferrari Jørgensen Aydın Moreau Castaño Wagner Petrović Gonçalves Ünal Keller Bélanger Ortiz Yıldız Visser
	Hernández Bauer Šimić Mañas Doğan Roux Lindström Vega Günther Papadaki Ordóñez Koç Brandt Fuentes Çetin
	Marchetti Öberg Zając Lacroix`)
