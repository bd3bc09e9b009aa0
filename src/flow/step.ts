import { z } from "zod";
import { LIMITS } from "../message/limits.ts";

/** A readable name in content; never reused for another meaning. No dots: answers are stored by it. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case letters, digits and hyphens, like data-management");
/** An answer of another flow: "digital-maturity/data-management". */
export const earlierRef = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "write it as flow/step, like digital-maturity/data-management");

/** A text in both languages, each at most `max` characters. */
export function bilingual(max: number) {
  return z.strictObject({ fi: z.string().min(1).max(max), en: z.string().min(1).max(max) });
}
export const sentence = bilingual(LIMITS.messageText);
export type Bilingual = z.infer<typeof sentence>;

/** For kinds where the example is not itself an answer, `answer` is what one would type. */
const example = z.strictObject({
  fi: z.string().min(1).max(600),
  en: z.string().min(1).max(600),
  answer: z.string().min(1).optional(),
});

const comparison = z.union([
  z.strictObject({ step: slug, is: z.union([z.string(), z.number(), z.boolean()]) }),
  z.strictObject({ step: slug, includes: z.string() }),
  z.strictObject({ step: slug, atLeast: z.number() }),
  z.strictObject({ step: slug, atMost: z.number() }),
  z.strictObject({ step: slug, answered: z.boolean() }),
  z.strictObject({ earlier: earlierRef, is: z.union([z.string(), z.number(), z.boolean()]) }),
  z.strictObject({ earlier: earlierRef, includes: z.string() }),
  z.strictObject({ earlier: earlierRef, atLeast: z.number() }),
  z.strictObject({ earlier: earlierRef, atMost: z.number() }),
  z.strictObject({ earlier: earlierRef, answered: z.boolean() }),
]);
export type Comparison = z.infer<typeof comparison>;
/** Looks back only: `step` is an earlier step of this flow, `earlier` an agreed answer of another flow. */
export const conditionSchema = z.union([
  comparison,
  z.strictObject({ all: z.array(comparison).min(1) }),
  z.strictObject({ any: z.array(comparison).min(1) }),
]);
export type Condition = z.infer<typeof conditionSchema>;

/** Other words for the same step, chosen by an earlier answer: the coaching question of the level that the team stands on. */
const variants = z.strictObject({
  of: z.union([slug, earlierRef]),
  /** Level, option id or text of the answer → what replaces the step's own words. */
  cases: z.record(
    z.string(),
    z.strictObject({ ask: sentence, why: sentence.optional(), tip: sentence.optional(), example: example.optional() }),
  ),
});

const base = {
  id: slug.describe("Answers are kept under it: never change it, never use it again for another question."),
  title: bilingual(40).describe("A short name for headings, summaries and axes."),
  ask: sentence.describe("The question itself, one thing."),
  why: sentence.describe("Why it is asked; opens by tap."),
  tip: sentence.describe("One tip; opens by tap."),
  example: example.describe(
    "A concrete answer of a believable firm. Where it is not itself an answer, `answer` is what one would type.",
  ),
  optional: z.boolean().default(false).describe("May be skipped."),
  when: conditionSchema.optional().describe("Asked only when this holds. Looks back only."),
  variants: variants.optional().describe("Other words, chosen by an earlier answer."),
};

const option = z.strictObject({
  id: slug,
  label: bilingual(LIMITS.optionLabel),
  description: bilingual(LIMITS.description).optional(),
});
/** Options stand here, or are drawn from an answer of this flow or of another one. */
const optionSource = {
  options: z.array(option).min(2).max(25).optional(),
  optionsFrom: z.union([slug, earlierRef]).optional(),
};

const textLimits = { minLength: z.int().min(1).default(1), maxLength: z.int().max(LIMITS.answerText).default(1000) };
const numberLimits = { min: z.number().optional(), max: z.number().optional() };
const number = { ...numberLimits, decimals: z.int().min(0).max(6).default(2), unit: bilingual(20).optional() };
const below = slug.optional().describe("A number step before this one: the answer is less than that one's.");
const atLeast = slug
  .optional()
  .describe("A number column of this table: no less than what stands there in the same row.");
const inAll = z.number().optional().describe("No more than this in all rows together.");
const once = z.boolean().optional().describe("Stands in one row only.");
const moneyLimits = { /** Euros. */ ...numberLimits };
const dateLimits = {
  earliest: z.union([z.literal("today"), z.iso.date()]).optional(),
  latest: z.union([z.literal("today"), z.iso.date()]).optional(),
};
const quarterLimits = {
  earliest: z.literal("today").optional().describe("today: none that is over; the quarter that is running is not."),
};

const columnBase = {
  id: slug,
  label: bilingual(60),
  optional: z.boolean().default(false),
  when: conditionSchema
    .optional()
    .describe("A column only where this holds. Looks back only; the first column is always there."),
};
const column = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), ...columnBase, ...textLimits }),
  z.strictObject({ kind: z.literal("number"), ...columnBase, ...number, atLeast }),
  z.strictObject({ kind: z.literal("money"), ...columnBase, ...moneyLimits }),
  z.strictObject({ kind: z.literal("percent"), ...columnBase, ...numberLimits, inAll }),
  z.strictObject({ kind: z.literal("date"), ...columnBase, ...dateLimits }),
  z.strictObject({ kind: z.literal("quarter"), ...columnBase, ...quarterLimits }),
  z.strictObject({ kind: z.literal("choice"), ...columnBase, ...optionSource, once }),
  z.strictObject({ kind: z.literal("person"), ...columnBase, many: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal("customer"), ...columnBase, once }),
]);
export type Column = z.infer<typeof column>;

const level = z.strictObject({ description: bilingual(LIMITS.description), sign: bilingual(LIMITS.sign) });

export const stepSchema = z.discriminatedUnion("kind", [
  /** Something told on the way; shown with the next question, never waits. */
  z.strictObject({ kind: z.literal("say"), id: slug, text: sentence, when: conditionSchema.optional() }),
  z.strictObject({ kind: z.literal("text"), ...base, ...textLimits }),
  z.strictObject({ kind: z.literal("number"), ...base, ...number, below }),
  z.strictObject({ kind: z.literal("money"), ...base, ...moneyLimits }),
  z.strictObject({ kind: z.literal("percent"), ...base, ...numberLimits }),
  z.strictObject({ kind: z.literal("date"), ...base, ...dateLimits }),
  z.strictObject({ kind: z.literal("quarter"), ...base, ...quarterLimits }),
  z.strictObject({ kind: z.literal("choice"), ...base, ...optionSource }),
  z.strictObject({
    kind: z.literal("choices"),
    ...base,
    ...optionSource,
    min: z.int().min(0).default(1),
    max: z.int().min(1).optional(),
  }),
  /** Described levels, 1 upwards; `scale` names one of the flow's scales, which gives the levels their names. */
  z.strictObject({ kind: z.literal("level"), ...base, scale: slug, levels: z.array(level).min(2).max(7) }),
  /** A position between two poles. */
  z.strictObject({
    kind: z.literal("spectrum"),
    ...base,
    left: bilingual(LIMITS.description),
    right: bilingual(LIMITS.description),
    positions: z.int().min(3).max(9).default(7),
  }),
  z.strictObject({
    kind: z.literal("table"),
    ...base,
    columns: z.array(column).min(1).max(10),
    minRows: z.int().min(0).default(1),
    maxRows: z.int().min(1).max(50).default(10),
  }),
  z.strictObject({ kind: z.literal("person"), ...base, many: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal("customer"), ...base, many: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal("rank"), ...base, ...optionSource, top: z.int().min(1).optional() }),
]);
export type Step = z.infer<typeof stepSchema>;
/** A step that waits for an answer: every kind but `say`. */
export type Question = Exclude<Step, { kind: "say" }>;
export type QuestionOf<K extends Question["kind"]> = Extract<Question, { kind: K }>;
