const FINNISH_MONTHS = "tammi helmi maalis huhti touko kesa heina elo syys loka marras joulu".split(" ");
const ENGLISH_MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
const WEEKDAYS: readonly string[] = [
  "ma maanantai mon monday",
  "ti tiistai tue tues tuesday",
  "ke keskiviikko wed wednesday",
  "to torstai thu thurs thursday",
  "pe perjantai fri friday",
  "la lauantai sat saturday",
  "su sunnuntai sun sunday",
];
const FINNISH_ENDINGS = ["", "n", "na", "ksi", "hin", "iksi", "isin"];

const weekdays = new Map<string, number>(
  WEEKDAYS.flatMap((list, index) =>
    list
      .split(" ")
      .flatMap((name) =>
        FINNISH_ENDINGS.map((ending): [string, number] => [name + (name.length > 3 ? ending : ""), index + 1]),
      ),
  ),
);

/** 1–12 for a folded name in either language: "joulukuuta", "joulu", "december", "dec". */
export function monthNumber(name: string): number | undefined {
  const finnish = FINNISH_MONTHS.findIndex(
    (month) => name === month || new RegExp(`^${month}kuu(?:ta|n|ssa|hun|ksi)?$`).test(name),
  );
  if (finnish >= 0) return finnish + 1;
  const english = ENGLISH_MONTHS.findIndex(
    (month) => name === month || (name.length >= 3 && name.length <= 4 && month.startsWith(name)),
  );
  return english >= 0 ? english + 1 : undefined;
}

/** 1 for Monday in either language, whole, short or inflected: "pe", "perjantaina", "fri". */
export function weekdayNumber(name: string): number | undefined {
  return weekdays.get(name);
}
