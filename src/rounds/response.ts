import { z } from "zod";
import { outboxFields, outboxIndex, outboxQuery } from "../deliveries/outbox.ts";
import { answerValueSchema } from "../flow/answer-value.ts";
import { collection } from "../store/collection.ts";

/** An answer as it stands, with what stood there before. `revision` guards its next change. */
export const answerSchema = z.strictObject({
  value: answerValueSchema,
  by: z.string(),
  at: z.number(),
  revision: z.int(),
  /** The chat message that held it: editing that message changes the answer. */
  message: z.string().nullable(),
  history: z.array(z.strictObject({ value: answerValueSchema, by: z.string(), at: z.number() })),
});
export type Answer = z.infer<typeof answerSchema>;

/** Someone's proposal for the team's answer, in a round that is answered together. */
export const proposalSchema = z.strictObject({
  value: answerValueSchema,
  by: z.string(),
  at: z.number(),
  message: z.string().nullable(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** One person's answers in a round; in a round that is answered together there is one for the team. */
export const responseSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  team: z.string(),
  round: z.string(),
  flow: z.string(),
  /** Set in a person's own record, which belongs to no round: the how manieth of this flow, the flow as it was when it began, and when that was. */
  own: z.strictObject({ number: z.int().min(1), content: z.string(), openedAt: z.number() }).optional(),
  /** Null in the team's own response. */
  person: z.string().nullable(),
  /** Whether its conversation waits for answers. */
  open: z.boolean(),
  answers: z.record(z.string(), answerSchema),
  /** step → message or event id → proposal. */
  proposals: z.record(z.string(), z.record(z.string(), proposalSchema)),
  /** What the facilitator took or joined, before "Onko jollain muuta?" has been answered. */
  taken: z.strictObject({ step: z.string(), value: answerValueSchema, by: z.string(), at: z.number() }).nullable(),
  /** What the person last saw: typed text answers that. When it was posted stands in `messages` under askedKey(step). `afterwards`: changed after the round is over. */
  asked: z
    .strictObject({
      step: z.string(),
      scale: z.string(),
      afterwards: z.literal(true).optional(),
      /** The last chat messages that could not be taken as its answer: editing one of them answers it. */
      untaken: z.array(z.string()).optional(),
    })
    .nullable(),
  /** Text that needs a yes first: it can be read in two ways, or was typed before the question stood there. */
  pending: z
    .strictObject({
      id: z.string(),
      step: z.string(),
      values: z.array(answerValueSchema),
      message: z.string().nullable(),
    })
    .nullable(),
  pausedAt: z.number().nullable(),
  touchedAt: z.number(),
  finishedAt: z.number().nullable(),
  remindedAt: z.number().nullable(),
  ...outboxFields,
});
export type Response = z.infer<typeof responseSchema>;

export const responses = collection({
  name: "responses",
  schema: responseSchema,
  indexes: [
    { name: "person-open", fields: ["company", "person", "open"] },
    { name: "person-flow", fields: ["company", "person", "flow"] },
    { name: "round", fields: ["company", "round"] },
    outboxIndex,
  ],
  queries: {
    openOfPerson: { equals: ["company", "person", "open"] },
    ofPersonFlow: { equals: ["company", "person", "flow"] },
    ofRound: { equals: ["company", "round"] },
    sending: outboxQuery,
  },
});

/** Whether its round is over: then single answers may still be changed, and no question follows. */
export function isOver({ open, asked }: Response): boolean {
  return !open || asked?.afterwards === true;
}

/** The key in `messages` of the message that asks a step. */
export function askedKey(step: string): string {
  return `asked:${step}`;
}

export function responseId(round: string, person: string | null): string {
  return `${round}/${person ?? "team"}`;
}
