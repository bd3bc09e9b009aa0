/** "menossa Virtaselle klo 13": whom is still to be looked up; "" where nobody was named. */
export interface VisitCommand {
  readonly to: string;
  /** When it begins, where that was said: "13:00". */
  readonly at?: string;
}

const TIME = /(?:^|,? )(?:klo|kello|at) ([01]?\d|2[0-3])(?:[.:]([0-5]\d))?(?= |$)/u;

const FORMS = [
  /^(?:olen |oon |mä oon |minä olen )?(?:nyt |kohta |juuri |tänään )?(?:menossa|matkalla|lähdössä|ajamassa)(?: nyt| kohta| käymään| tapaamaan| käynnille)?(?: (\S.{0,80}))?$/u,
  /^(?:kohta |nyt )?(?:menen|lähden|ajan) (?:nyt |kohta |käymään |tapaamaan |käynnille )(\S.{0,80})$/u,
  /^(?:i am |i'm |im )?(?:now |just )?(?:on (?:my|the) way(?: to)?|heading (?:to|for|over to)|off to|driving to|about to (?:see|visit|meet)|going to (?:see|visit|meet))(?: (?:see|visit|meet))?(?: (\S.{0,80}))?$/u,
];

/** What a whole message says of a visit that begins; `said` is in small letters, without the coach's name and the punctuation at its end. */
export function readVisitCommand(said: string): VisitCommand | undefined {
  const time = TIME.exec(said);
  const rest = time ? said.replace(time[0], "").trim() : said;
  const at = time ? { at: `${(time[1] ?? "").padStart(2, "0")}:${time[2] ?? "00"}` } : {};
  for (const form of FORMS) {
    const found = form.exec(rest);
    if (found) return { to: found[1] ?? "", ...at };
  }
  return undefined;
}
