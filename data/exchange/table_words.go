package exchange

import (
	"maps"
	"strings"
	"unicode"
)

// headerPhrases has for each field the names, parted by commas, that columns of it have in English, French, German, Dutch and
// Spanish, in lower case and without accents.
var headerPhrases = map[Field]string{
	FieldEDTF: "edtf",
	FieldDate: `date, dates, datum, daten, fecha, fechas, when, quand, wann, wanneer, cuando, datetime, date time, date heure,
		event date, date of event, date evenement, date de l evenement, ereignisdatum, zeitpunkt, timestamp`,
	FieldStart: `start, starts, begin, begins, beginning, debut, beginn, anfang, inicio, aanvang, from, von, du, desde, van,
		start date, begin date, date debut, date de debut, startdatum, begindatum, beginndatum, fecha inicio, fecha de inicio,
		start datetime, earliest`,
	FieldEnd: `end, ends, fin, ende, einde, eind, final, to, until, bis, au, hasta, tot, end date, date fin, date de fin,
		enddatum, einddatum, fecha fin, fecha de fin, fecha final, end datetime, finish, latest`,
	FieldTime:    "time, heure, uhrzeit, zeit, tijd, tijdstip, hora, time of day, clock, start time, heure de debut, startzeit",
	FieldEndTime: "end time, heure de fin, endzeit, eindtijd, hora fin, hora de fin",
	FieldYear:    "year, annee, jahr, jaar, ano, an, yr",
	FieldMonth:   "month, mois, monat, maand, mes",
	FieldDay:     "day, jour, dag, dia",
	FieldTitle: `title, titre, titel, titulo, name, nom, naam, nombre, headline, event, evenement, ereignis, gebeurtenis,
		evento, subject, sujet, betreff, onderwerp, asunto, what, quoi, was, wat, que, uberschrift, intitule, event name,
		event title, bezeichnung, label, caption`,
	FieldSummary: `summary, description, notes, note, text, texte, texto, tekst, details, detail, beschreibung, omschrijving,
		beschrijving, descripcion, resume, samenvatting, zusammenfassung, resumen, comment, comments, commentaire,
		commentaires, kommentar, bemerkung, bemerkungen, opmerking, opmerkingen, notas, notizen, comentarios, content, body,
		remarks, narrative, abstract, event description`,
	FieldLane: `lane, lanes, group, groupe, gruppe, groep, grupo, category, categories, categorie, kategorie, kategorien,
		categoria, track, theme, thema, tema, topic, swimlane, calendar, kalender`,
	FieldStatus: "status, statut, estado, state",
	FieldPeople: `people, person, persons, personne, personnes, personen, persoon, persona, personas, who, qui, wer, wie, quien,
		participant, participants, actor, actors, attendees, teilnehmer, deelnemers, participantes, beteiligte, betrokkenen`,
	FieldPlaces: `place, places, location, locations, lieu, lieux, ort, orte, plaats, plaatsen, locatie, lugar, lugares, where,
		ou, wo, waar, donde, city, ville, stadt, stad, ciudad, country, pays, land, pais, venue, standort`,
	FieldTags: `tags, tag, keyword, keywords, mot cle, mots cles, schlagwort, schlagworter, schlagworte, stichwort, stichworte,
		stichworter, trefwoord, trefwoorden, etiqueta, etiquetas, palabra clave, palabras clave, labels, hashtags`,
	FieldSource: `source, sources, quelle, quellen, bron, bronnen, fuente, fuentes, reference, references, referenz, cite,
		source title`,
	FieldURL: `url, urls, link, links, lien, liens, enlace, enlaces, website, web page, webseite, site web, source url,
		source link, hyperlink, weblink, web address, uri, href`,
	FieldQuote:   "quote, quotes, quotation, quotations, citation, zitat, citaat, cita, verbatim, extrait",
	FieldLocator: "locator, page, pages, seite, seiten, pagina, paginas",
	FieldID:      "id, uid, uuid, guid, identifier, identifiant, kennung, identificador, event id",
}

// laneSeconds are the names of columns that are lanes only where no other column is.
var laneSeconds = tableWords("type types typ tipo kind art soort class")

// titleSeconds are the names of columns that are titles only where no other column is.
var titleSeconds = []string{"file name", "filename", "file", "path", "dateiname", "datei"}

// headerFields has the field of each name of a column.
var headerFields = func() map[string]Field {
	fields := make(map[string]Field)
	for field, phrases := range headerPhrases {
		for phrase := range strings.SplitSeq(phrases, ",") {
			fields[strings.Join(strings.Fields(phrase), " ")] = field
		}
	}
	return fields
}()

// The names of the columns of Dateline's own tables.
const (
	ownID, ownDate, ownWords, ownLanes, ownLaneIDs = "id", "date", "in words", "lanes", "lane ids"
	ownTitle, ownSummary, ownStatus                = "title", "summary", "status"
	ownPeople, ownPlaces, ownTags                  = "people", "places", "tags"
	ownClaims, ownKnown, ownLinks                  = "claims", "known", "links"
)

// ownFields has the fields of the columns of Dateline's own tables.
var ownFields = map[string]Field{
	ownID: FieldID, ownDate: FieldDate, ownWords: FieldWords, ownLanes: FieldLane, ownLaneIDs: FieldLaneID,
	ownTitle: FieldTitle, ownSummary: FieldSummary, ownStatus: FieldStatus,
	ownPeople: FieldPeople, ownPlaces: FieldPlaces, ownTags: FieldTags,
	ownClaims: FieldClaims, ownKnown: FieldKnown, ownLinks: FieldLinks,
}

// isOwnTable reports whether a header is that of a table that Dateline wrote: it has columns that others have not.
func isOwnTable(header []string) bool {
	missing := map[string]bool{ownWords: true, ownLaneIDs: true, ownClaims: true, ownDate: true, ownTitle: true}
	for _, name := range header {
		delete(missing, name)
	}
	return len(missing) == 0
}

// headerWords returns the name of a column in lower case, without accents, and with single spaces between its words.
func headerWords(name string) string {
	words := strings.FieldsFunc(tableFold(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if last := len(words) - 1; last > 0 && strings.Trim(words[last], "0123456789") == "" {
		words = words[:last] // “source 2” is one more source
	}
	return strings.Join(words, " ")
}

// sideWords are words in the name of a column of dates that say which end of the event it has.
var sideWords = func() map[string]Field {
	sides := make(map[string]Field)
	for word := range tableWords("start starts begin begins beginning debut beginn anfang inicio from von desde first") {
		sides[word] = FieldStart
	}
	for word := range tableWords("end ends fin ende einde eind final to until bis hasta tot last") {
		sides[word] = FieldEnd
	}
	return sides
}()

// dateHeaderWords are words in the name of a column of dates.
var dateHeaderWords = func() map[string]bool {
	words := tableWords("date datum fecha datetime day jour dag dia")
	maps.Copy(words, tableWords("zeitpunkt moment"))
	return words
}()
