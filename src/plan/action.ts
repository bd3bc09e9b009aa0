import { z } from "zod";
import { outboxFields, outboxIndex, outboxQuery } from "../deliveries/outbox.ts";
import { collection } from "../store/collection.ts";

/** How long the words of an action may be, in characters. */
export const LONGEST = { what: 200, deed: 200, text: 1000, why: 300 } as const;
/** How much of an action's history is kept: the newest. */
export const KEPT_HISTORY = 50;
export const MOST_OWNERS = 10;

const person = z.string();

/** A day, or a quarter: then it is due on the quarter's last working day. */
export const dueSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("day"), on: z.iso.date() }),
  z.strictObject({ kind: z.literal("quarter"), year: z.int().min(2000).max(2200), quarter: z.int().min(1).max(4) }),
]);
export type Due = z.infer<typeof dueSchema>;

/** What an action says: what a flow derives and people edit. "" and null: not said. */
export const contentFields = {
  what: z.string().min(1).max(LONGEST.what),
  /** The dimension (a step of `digital-maturity`) that it lifts, and the level that it leads to. */
  dimension: z.string().nullable(),
  level: z.int().min(1).max(5).nullable(),
  firstDeed: z.strictObject({ what: z.string().max(LONGEST.deed), on: z.iso.date().nullable() }).nullable(),
  due: dueSchema.nullable(),
  resources: z.string().max(LONGEST.text),
  /** How we see that it is done. */
  doneWhen: z.string().max(LONGEST.text),
  notes: z.string().max(LONGEST.text),
} as const;
const contentSchema = z.strictObject(contentFields);
export type ActionContent = z.infer<typeof contentSchema>;

/** What people may have changed: it stays as they left it, whatever the flow says later. */
export const editableSchema = z.enum([
  "what",
  "dimension",
  "level",
  "firstDeed",
  "due",
  "resources",
  "doneWhen",
  "notes",
  "owners",
]);
export type Editable = z.infer<typeof editableSchema>;

/** Where it came from. */
export const originSchema = z.discriminatedUnion("kind", [
  /** A row of a flow's answer; `round`, `step` and `row` make the record's id. */
  z.strictObject({ kind: z.literal("row"), flow: z.string(), round: z.string(), step: z.string(), row: z.string() }),
  /** Something that somebody wrote: "toimenpide: …", or a message that was made an action. */
  z.strictObject({ kind: z.literal("message"), message: z.string() }),
  z.strictObject({ kind: z.literal("form") }),
]);
export type Origin = z.infer<typeof originSchema>;

export const ownerSchema = z.strictObject({
  state: z.enum(["proposed", "accepted", "declined"]),
  at: z.number(),
  /** Who proposed or took it. */
  by: person.nullable(),
});
export type Owner = z.infer<typeof ownerSchema>;

export const standingSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("planned") }),
  z.strictObject({ kind: z.literal("going") }),
  /** Stands still: why, and since when. */
  z.strictObject({ kind: z.literal("blocked"), why: z.string().max(LONGEST.why), since: z.number() }),
  /** The team has too much under way: this one's turn comes later. Nobody is reminded of it before the week in which it is due. */
  z.strictObject({ kind: z.literal("waiting") }),
  z.strictObject({ kind: z.literal("done") }),
  z.strictObject({ kind: z.literal("dropped"), why: z.string().max(LONGEST.why) }),
]);
export type Standing = z.infer<typeof standingSchema>;

export const deedSchema = z.enum([
  "proposed",
  "derived",
  "accepted",
  "declined",
  "handed",
  "edited",
  "moved",
  "planned",
  "going",
  "blocked",
  "waiting",
  "done",
  "dropped",
]);

/** Something that the team means to do (toimenpide): proposed by a flow or a person, taken by its owners, seen through by the coach. */
export const planActionSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  team: z.string(),
  origin: originSchema,
  /** The round of a row's origin: what a round left behind is found by it. */
  round: z.string().nullable(),
  ...contentFields,
  /** person → how they stand to it. Who has left stays until somebody else takes it. */
  owners: z.record(person, ownerSchema),
  standing: standingSchema,
  /** Not done and not dropped. */
  open: z.boolean(),
  /** When it is due, worked out from `due`. */
  dueOn: z.iso.date().nullable(),
  /** The days that a written date may have meant, while nobody has said which; empty where it was over. Null: no date is in doubt. */
  mayBeDue: z.array(z.iso.date()).nullable().default(null),
  /** The quarter in which it is due: "2027-1". */
  quarter: z.string().nullable(),
  /** What the flow said last, and at which revision of its answer; null for what people wrote themselves. */
  derived: z.strictObject({ ...contentFields, owners: z.array(person) }).nullable(),
  appliedRevision: z.int().nullable(),
  /** The row that it came from is gone, though people have worked on it: the team is asked what to do with it. */
  rowGone: z.boolean(),
  edited: z.array(editableSchema),
  history: z.array(
    z.strictObject({ at: z.number(), by: person.nullable(), did: deedSchema, note: z.string().max(LONGEST.why) }),
  ),
  /** person → until when they are not reminded of it (null: not until they ask). The plan itself stays as it is. */
  snoozed: z.record(person, z.strictObject({ until: z.iso.date().nullable() })),
  createdAt: z.number(),
  createdBy: person.nullable(),
  closedAt: z.number().nullable(),
  /** When the clock must look at it next; null when there is nothing to look at. Milliseconds since 1970. */
  nextLookAt: z.number().nullable(),
  /** Grows with every change. */
  revision: z.int(),
  ...outboxFields,
});
export type PlanAction = z.infer<typeof planActionSchema>;

export const actions = collection({
  name: "actions",
  schema: planActionSchema,
  indexes: [
    { name: "team-open-due", fields: ["company", "team", "open", "dueOn"] },
    { name: "team-quarter", fields: ["company", "team", "quarter"] },
    { name: "team-dimension", fields: ["company", "team", "dimension"] },
    { name: "team-closed", fields: ["company", "team", "closedAt"] },
    { name: "round", fields: ["company", "round"] },
    { name: "look", fields: ["bucket", "nextLookAt"] },
    outboxIndex,
  ],
  queries: {
    ofTeam: { equals: ["company", "team", "open"], order: "dueOn" },
    ofTeamQuarter: { equals: ["company", "team", "quarter"] },
    ofTeamDimension: { equals: ["company", "team", "dimension"] },
    /** Closed at a time of the range. */
    closedOfTeam: { equals: ["company", "team"], range: "closedAt" },
    ofRound: { equals: ["company", "round"] },
    toLookAt: { equals: ["bucket"], range: "nextLookAt" },
    sending: outboxQuery,
  },
});

/** A row's record: the same however often its effect runs. */
export function rowActionId(origin: { readonly round: string; readonly step: string; readonly row: string }): string {
  return `${origin.round}/${origin.step}/${origin.row}`;
}

/** The record of what an event made: the same however often the event comes. */
export function eventActionId(company: string, eventId: string): string {
  return `${company}/${eventId}`;
}
