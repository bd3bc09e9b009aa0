import type { Tally } from "../rounds/round.ts";
import { type Language, words } from "../text/text.ts";

/** No room that a team sits in holds more. */
const MOST_HANDS = 500;

export type ReadHands =
  /** Null: nothing was written, no hands were asked for. */
  { readonly ok: true; readonly value: Tally | null } | { readonly ok: false; readonly reason: string };

/**
 * Reads hands as the facilitator types them: one number a level, the lowest first, "0 2 3 1 0" (spaces, commas, semicolons, slashes or lines between), one
 * more number for those who can't say; or only the levels that got hands, "2: 3, 4: 1".
 */
export function readHands(text: string, levels: number, language: Language): ReadHands {
  const say = words(language);
  const typed = text.normalize("NFKC").trim();
  const example = say("assessment.hands.example");
  if (/^\d+\s*[:=]/u.test(typed)) return readPairs(typed, levels, language);
  if (!/^\d+([\s,;/]+\d+)*[\s,;/.]*$/u.test(typed)) {
    return { ok: false, reason: say("assessment.hands.notRead", { example }) };
  }
  const numbers = typed.match(/\d+/gu)?.map(Number) ?? [];
  if (numbers.length < levels || numbers.length > levels + 1) {
    return { ok: false, reason: say("assessment.hands.wrongCount", { given: numbers.length, levels }) };
  }
  return tally(
    new Map(numbers.slice(0, levels).map((hands, index) => [index + 1, hands])),
    numbers[levels] ?? 0,
    language,
  );
}

/** The hands as they are typed, so that the form can be opened again with what stands in it: "0 2 3 1 0", and one more when some could not say. */
export function showHands({ levels, cannotSay }: Tally, count: number): string {
  const hands = Array.from({ length: count }, (_, index) => levels[index + 1] ?? 0);
  return [...hands, ...(cannotSay > 0 ? [cannotSay] : [])].join(" ");
}

function readPairs(typed: string, levels: number, language: Language): ReadHands {
  const say = words(language);
  if (!/^\d+\s*[:=]\s*\d+([\s,;/]+\d+\s*[:=]\s*\d+)*[\s,;/.]*$/u.test(typed)) {
    return {
      ok: false,
      reason: say("assessment.hands.notRead", { example: say("assessment.hands.example") }),
    };
  }
  const hands = new Map<number, number>();
  for (const [, level, count] of typed.matchAll(/(\d+)\s*[:=]\s*(\d+)/gu)) {
    if (Number(level) < 1 || Number(level) > levels) {
      return { ok: false, reason: say("assessment.hands.noLevel", { level: Number(level), levels }) };
    }
    hands.set(Number(level), (hands.get(Number(level)) ?? 0) + Number(count));
  }
  return tally(hands, 0, language);
}

function tally(hands: ReadonlyMap<number, number>, cannotSay: number, language: Language): ReadHands {
  const over = [...hands.values(), cannotSay].find((count) => count > MOST_HANDS);
  if (over !== undefined) {
    const say = words(language);
    return { ok: false, reason: say("assessment.hands.tooMany", { number: over, most: MOST_HANDS }) };
  }
  return { ok: true, value: { levels: Object.fromEntries(hands), cannotSay } };
}
