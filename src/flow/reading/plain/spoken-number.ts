import { fold, startsWithDigit } from "./normalise.ts";

/** How people name the numbers from one to ten when they choose: stems that take endings (kakko|nen, kakko|sella), and whole words. */
const STEMS: readonly (readonly [number, string])[] = [
  [1, "ykko"],
  [2, "kakko"],
  [3, "kolmo"],
  [4, "nelo"],
  [5, "viito"],
  [5, "vito"],
  [6, "kuuto"],
  [6, "kuto"],
];
const STEM_ENDINGS = ["nen", "s", "sen", "sta", "seen", "sella", "sessa", "seksi", "sena", "selle"];
const WORDS: readonly (readonly [number, string])[] = [
  [1, "yksi yks yhden yhdella yhta ykkoset eka ensimmainen ensimmaisen ensimmainenkin one first"],
  [2, "kaksi kaks kahden kahdella kahta toka toinen toisen two second"],
  [3, "kolme kolmen kolmella kolmea kolmas kolmannen three third"],
  [4, "nelja neljan neljalla neljaa neljas neljannen four fourth"],
  [5, "viisi viis viiden viidella viitta viides viidennen vitska five fifth"],
  [6, "kuusi kuus kuuden kuudella kuutta kuudes kuudennen six sixth"],
  [7, "seitseman seittaman seitseman seittemän seiska seiskan seitsemas seiskat seven seventh"],
  [8, "kahdeksan kaheksan kasi kasin kahdeksas eight eighth"],
  [9, "yhdeksan yheksan ysi ysin yhdeksas nine ninth"],
  [10, "kymmenen kymppi kympin kymmenes ten tenth"],
];

const spoken = new Map<string, number>([
  ...STEMS.flatMap(([number, stem]) => STEM_ENDINGS.map((ending): [string, number] => [stem + ending, number])),
  ...WORDS.flatMap(([number, list]) => list.split(" ").map((word): [string, number] => [fold(word), number])),
]);

/** The number that a word names when one chooses by it ("3", "3.", "kolmonen", "kolmos", "kolmas", "third"), as written in lower case. */
export function spokenNumber(word: string): number | undefined {
  if (startsWithDigit(word)) {
    const digits = /^(\d{1,3})(?:\.|st|nd|rd|th)?$/.exec(word);
    return digits ? Number(digits[1]) : undefined;
  }
  return spoken.get(fold(word));
}
