import { z } from "zod";

const id = z.string().min(1).max(200);
const text = z.string().max(3000);

/** What one cell of a table holds: any value of a single field. */
const cellValueSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), text }),
  z.strictObject({ kind: z.literal("number"), number: z.number() }),
  /** Whole euro cents, so that sums are exact. */
  z.strictObject({ kind: z.literal("money"), cents: z.int() }),
  z.strictObject({ kind: z.literal("percent"), percent: z.number() }),
  z.strictObject({ kind: z.literal("date"), date: z.iso.date() }),
  z.strictObject({ kind: z.literal("quarter"), year: z.int(), quarter: z.int().min(1).max(4) }),
  z.strictObject({ kind: z.literal("choice"), option: id }),
  z.strictObject({ kind: z.literal("person"), people: z.array(id) }),
  z.strictObject({
    kind: z.literal("customer"),
    customers: z.array(z.strictObject({ id: id.nullable(), name: z.string().max(200) })),
  }),
]);
export type CellValue = z.infer<typeof cellValueSchema>;

const rowSchema = z.strictObject({
  /** Stable from the first form on: effects derive a record's id from it. */
  id,
  cells: z.record(z.string(), cellValueSchema),
  /** The chat message in which it was typed: editing that message changes it. */
  message: z.string().optional(),
});
export type Row = z.infer<typeof rowSchema>;

/** What a person answered to a step, as stored. The tag is the step's kind, so that an answer to a step that was retyped is known as such. */
export const answerValueSchema = z.discriminatedUnion("kind", [
  ...cellValueSchema.options,
  z.strictObject({ kind: z.literal("choices"), options: z.array(id) }),
  z.strictObject({ kind: z.literal("level"), level: z.int().min(1) }),
  z.strictObject({ kind: z.literal("spectrum"), position: z.int() }),
  z.strictObject({ kind: z.literal("table"), rows: z.array(rowSchema) }),
  /** The most important first. */
  z.strictObject({ kind: z.literal("rank"), options: z.array(id) }),
  /** "En osaa sanoa": an answer, left out of the figures and counted beside them. */
  z.strictObject({ kind: z.literal("cannot-say") }),
  /** An optional step that was passed by. */
  z.strictObject({ kind: z.literal("skipped") }),
]);
export type AnswerValue = z.infer<typeof answerValueSchema>;
