import { z } from "zod";
import { placeSchema } from "../channels/place.ts";
import { outboxFields, outboxIndex, outboxQuery } from "../deliveries/outbox.ts";
import { collection } from "../store/collection.ts";

/** What is missing of something that was said of an action, when it was asked for, and the event that said it. */
const awaitedSchema = z.strictObject({
  verb: z.enum(["take", "not-mine", "done", "going", "unblock", "wait", "move", "hand", "block", "drop", "deed"]),
  action: z.string(),
  at: z.number(),
  taken: z.string().optional(),
});
export type AwaitedDetail = z.infer<typeof awaitedSchema>;

/** A line that tells of something on a day that cannot be, and the words of that day: another one is asked for. `once` and `day` are the line's own. */
const awaitedDaySchema = z.strictObject({
  text: z.string(),
  once: z.string(),
  day: z.iso.date(),
  instead: z.string(),
  at: z.number(),
});
export type AwaitedDay = z.infer<typeof awaitedDaySchema>;

/** What is said at a place outside any round: hello, help, "Missä mennään", the offer to start. `_id` is the place's key. */
export const conversationSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  place: placeSchema,
  /** What was told here once and is not told again (a hello, a team's "Missä mennään", a hint) → when. */
  told: z.record(z.string(), z.number()),
  /** When its person last said or tapped something here that was answered. */
  heardAt: z.number().optional(),
  awaited: awaitedSchema.optional(),
  awaitedDay: awaitedDaySchema.optional(),
  ...outboxFields,
});
export type Conversation = z.infer<typeof conversationSchema>;

export const conversations = collection({
  name: "conversations",
  schema: conversationSchema,
  indexes: [outboxIndex],
  queries: { sending: outboxQuery },
});
