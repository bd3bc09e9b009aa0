import { z } from "zod";
import { bilingual, earlierRef, sentence, slug, stepSchema } from "./step.ts";

/** One tool of a workbook: one conversation with a beginning, a result and effects. Answers are kept by step id. */
export const flowSchema = z.strictObject({
  $schema: z.string().optional(),
  id: slug,
  workbook: slug,
  title: bilingual(40),
  alsoKnownAs: z
    .strictObject({ fi: z.array(z.string().min(1)), en: z.array(z.string().min(1)) })
    .optional()
    .describe("Names people use for it when they start it, beside its title and id."),
  gives: sentence.describe("What the team gets out of it: part of the first message."),
  participation: z
    .enum(["each", "together", "own"])
    .describe("each: alone, in private chats; together: one shared answer, in a thread; own: a person's own record."),
  alsoAs: z
    .array(z.enum(["each", "together", "own"]))
    .optional()
    .describe("How else it may be run: an each flow together, a together flow as one's own."),
  minutes: z.int().min(1).max(60).describe("How long all of it takes."),
  reading: sentence.optional().describe("Worth reading first."),
  betterAfter: z
    .array(slug)
    .optional()
    .describe("Flows that are better done before this one; offered where they exist."),
  needs: slug.optional().describe("A flow whose agreed answers this one builds on; it cannot start without."),
  beginsWith: z
    .record(slug, earlierRef)
    .optional()
    .describe("Step → the earlier answer that it begins with, flow/step; the facilitator may change it."),
  scales: z
    .record(slug, z.array(bilingual(30)).min(2).max(7))
    .default({})
    .describe("Scale id → the names of its levels, the lowest first."),
  sittings: z
    .array(z.strictObject({ from: slug, minutes: z.int().min(1).max(10) }))
    .optional()
    .describe(
      "Where a longer flow stops itself and offers a time: each sitting begins at a step. Left out, the flow is one sitting.",
    ),
  steps: z.array(stepSchema).min(1),
  result: slug.describe("A registered function that makes the result."),
  effects: z.array(slug).default([]).describe("Registered functions that turn answers into records."),
  saves: z
    .array(slug)
    .default([])
    .describe(
      "Registered functions that say what answers change in the customer register, once somebody has seen and saved it.",
    ),
  ownAction: z
    .strictObject({ what: slug, by: slug.optional() })
    .optional()
    .describe("Steps of which a person who answered alone may make an action: what is done (a text), and by when."),
});
export type Flow = z.infer<typeof flowSchema>;
