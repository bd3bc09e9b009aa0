import { z } from "zod";
import { outboxFields, outboxIndex, outboxQuery } from "../deliveries/outbox.ts";
import { answerValueSchema } from "../flow/answer-value.ts";
import { collection } from "../store/collection.ts";

/** An answer of the team, fixed by the facilitator. Changing it keeps what stood there. */
export const agreedAnswerSchema = z.strictObject({
  value: answerValueSchema,
  /** What the value means: trends compare only answers of equal scale. */
  scale: z.string(),
  by: z.string(),
  at: z.number(),
  revision: z.int(),
  history: z.array(z.strictObject({ value: answerValueSchema, by: z.string(), at: z.number() })),
});
export type AgreedAnswer = z.infer<typeof agreedAnswerSchema>;

/** Hands counted in the room for one step: level → hands. */
export const tallySchema = z.strictObject({ levels: z.record(z.string(), z.int().min(0)), cannotSay: z.int().min(0) });
export type Tally = z.infer<typeof tallySchema>;

/**
 * How the answers to one step were spread when the round closed, holding only what may be shown (DESIGN: promise 6): nothing below three answers,
 * one word for three or four, the counts from five up.
 */
export const spreadSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("hidden"), answers: z.int(), cannotSay: z.int() }),
  z.strictObject({
    kind: z.literal("word"),
    answers: z.int(),
    cannotSay: z.int(),
    apart: z.enum(["one-mind", "close", "apart"]),
    offered: z.int(),
  }),
  z.strictObject({
    kind: z.literal("counts"),
    answers: z.int(),
    cannotSay: z.int(),
    apart: z.enum(["one-mind", "close", "apart"]),
    offered: z.int(),
    /** How many chose each level, the lowest first. */
    counts: z.array(z.int()),
  }),
]);
export type Spread = z.infer<typeof spreadSchema>;

export const snapshotSchema = z.strictObject({
  /** People who answered at least one question, and the largest number of hands raised for one. */
  answered: z.int(),
  /** Those of them who were still under way. */
  partly: z.int().optional(),
  hands: z.int(),
  invited: z.int(),
  steps: z.record(z.string(), spreadSchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** What the team lifts, who does what first, when it looks again: the three lines of the summary. */
export const planSchema = z.strictObject({
  deed: z.string(),
  owner: z.string(),
  due: z.iso.date(),
  lookAgain: z.iso.date(),
});
export type Plan = z.infer<typeof planSchema>;

/** One run of a flow by a team. */
export const roundSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  team: z.string(),
  flow: z.string(),
  number: z.int().min(1),
  /** The flow as it was when the round opened; closed rounds are drawn from it. */
  content: z.string(),
  /** own: no round at all but what stands for one in a person's own record (roundOfOwn); never stored. */
  mode: z.enum(["each", "together", "own"]),
  facilitator: z.string(),
  invited: z.array(z.string()),
  /** open: answers come in · talking: closed, the team agrees · agreed: the result stands · cancelled */
  state: z.enum(["open", "talking", "agreed", "cancelled"]),
  openedAt: z.number(),
  closesAt: z.number().nullable(),
  remindAt: z.number().nullable(),
  closedAt: z.number().nullable(),
  /** When the clock must look at this round next: its reminder, its closing, or the unfinished end of its closing. */
  dueAt: z.number().nullable(),
  /** When the answers were agreed that the flow's effects have yet to be made of; null or missing: none wait. */
  effectsAt: z.number().nullable().optional(),
  tallies: z.record(z.string(), tallySchema),
  /** Which revision of each response's answers the snapshot counted: response → step → revision. */
  counted: z.record(z.string(), z.record(z.string(), z.int())),
  snapshot: snapshotSchema.nullable(),
  /** Steps that were talked through: step → when. */
  talked: z.record(z.string(), z.number()),
  agreed: z.record(z.string(), agreedAnswerSchema),
  /** Agreed steps that the facilitator took up again after an objection: step → when. Fixing the step anew clears it. */
  reopened: z.record(z.string(), z.number()),
  /** step → person → when: anyone may object for a day. */
  objections: z.record(z.string(), z.record(z.string(), z.number())),
  /** step → person → when: what people would lift. */
  support: z.record(z.string(), z.record(z.string(), z.number())),
  plan: planSchema.nullable(),
  version: z.int(),
  ...outboxFields,
});
export type Round = z.infer<typeof roundSchema>;

export const rounds = collection({
  name: "rounds",
  schema: roundSchema,
  indexes: [
    { name: "team-flow-number", fields: ["company", "team", "flow", "number"], unique: true },
    { name: "due", fields: ["bucket", "dueAt"] },
    outboxIndex,
  ],
  queries: {
    ofTeam: { equals: ["company", "team"] },
    ofTeamFlow: { equals: ["company", "team", "flow"], order: "number" },
    due: { equals: ["bucket"], range: "dueAt" },
    sending: outboxQuery,
  },
});

/** The step id under which a team's choice of what to lift is kept among its agreed answers: "digital-maturity/lift" for later flows. */
export const LIFT = "lift";

export function roundId(team: string, flow: string, number: number): string {
  return `${team}:${flow}:${number}`;
}
