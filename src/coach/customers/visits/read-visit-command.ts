/** "menossa Virtaselle": whom is still to be looked up; "" where nobody was named. */
export interface VisitCommand {
  readonly to: string;
}

const FORMS = [
  /^(?:olen |oon |mä oon |minä olen )?(?:nyt |kohta |juuri |tänään )?(?:menossa|matkalla|lähdössä|ajamassa)(?: nyt| kohta| käymään| tapaamaan| käynnille)?(?: (\S.{0,80}))?$/u,
  /^(?:kohta |nyt )?(?:menen|lähden|ajan) (?:nyt |kohta |käymään |tapaamaan |käynnille )(\S.{0,80})$/u,
  /^(?:i am |i'm |im )?(?:now |just )?(?:on (?:my|the) way(?: to)?|heading (?:to|for|over to)|off to|driving to|about to (?:see|visit|meet)|going to (?:see|visit|meet))(?: (?:see|visit|meet))?(?: (\S.{0,80}))?$/u,
];

/** What a whole message says of a visit that begins; `said` is in small letters, without the coach's name and the punctuation at its end. */
export function readVisitCommand(said: string): VisitCommand | undefined {
  for (const form of FORMS) {
    const found = form.exec(said);
    if (found) return { to: found[1] ?? "" };
  }
  return undefined;
}
