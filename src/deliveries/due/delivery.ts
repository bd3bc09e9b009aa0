import { z } from "zod";
import { collection } from "../../store/collection.ts";
import type { Store } from "../../store/store.ts";
import { bucketOf } from "../outbox.ts";

/**
 * A message that comes because its time has come: one for each person and ISO week, one for each person and due date, one for each visit, one for each
 * time that somebody stands in. `_id` is its key, so that nobody can plan it twice. What it says is made when it is sent.
 */
export const deliverySchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  /** hash(company and person) mod 64: so the processes share even one company's storm. */
  bucket: z.int(),
  /** Who gets it. */
  person: z.string(),
  about: z.discriminatedUnion("kind", [
    /** The week of the nominal slot, "2027-W13". */
    z.strictObject({ kind: z.literal("weekly"), week: z.string() }),
    z.strictObject({ kind: z.literal("nudge"), day: z.iso.date() }),
    /** How a visit went. */
    z.strictObject({ kind: z.literal("visit"), customer: z.string(), day: z.iso.date() }),
    /** Whose customers the person looks after while `away` is away from that day on. */
    z.strictObject({ kind: z.literal("handover"), away: z.string(), from: z.iso.date() }),
  ]),
  /** When it was to come. Milliseconds since 1970, as all times here. */
  dueAt: z.number(),
  state: z.enum(["planned", "sending", "sent", "unclear", "dropped"]),
  /** Why it was dropped: nothing to say any more, too late to say it, or it was tried too often. */
  reason: z.enum(["nothing", "late", "given-up"]).optional(),
  /** From when on anyone may claim it; while it is claimed, until when its owner is trusted. Null: it is done with. */
  claimAt: z.number().nullable(),
  /** The process that claimed it last. */
  owner: z.string().nullable(),
  /** Grows with every claim: what an owner does to it is conditional on it. */
  fence: z.int(),
  attempts: z.int(),
  /** The platform's id of the message and when it was posted, by the platform's clock. */
  posted: z
    .strictObject({
      message: z.string(),
      at: z.number(),
      /** Its lines in their order, as its subject names them: drawn anew, they stay where they stood. */
      shown: z.array(z.string()).optional(),
      /** It only asks whether the weekly messages go on. */
      asks: z.literal(true).optional(),
    })
    .optional(),
  /** When its person first tapped something in it. */
  touchedAt: z.number().optional(),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const deliveries = collection({
  name: "deliveries",
  schema: deliverySchema,
  indexes: [
    { name: "bucket-claim", fields: ["bucket", "claimAt"] },
    { name: "company-state", fields: ["company", "state", "dueAt"] },
    { name: "person-message", fields: ["company", "person", "posted.message"] },
  ],
  queries: {
    claimable: { equals: ["bucket"], range: "claimAt" },
    /** For the admin: what is unclear, what was dropped. */
    ofState: { equals: ["company", "state"], range: "dueAt" },
    /** What a person has tapped in. */
    ofMessage: { equals: ["company", "person", "posted.message"] },
  },
});

export function weeklyKey(company: string, person: string, week: string): string {
  return `${company}/${person}/weekly/${week}`;
}

export function nudgeKey(company: string, person: string, day: string): string {
  return `${company}/${person}/nudge/${day}`;
}

/** The key of what is due: nobody plans the same twice. */
export function deliveryKey({ company, person, about }: Pick<Delivery, "company" | "person" | "about">): string {
  switch (about.kind) {
    case "weekly":
      return weeklyKey(company, person, about.week);
    case "nudge":
      return nudgeKey(company, person, about.day);
    case "visit":
      return `${company}/${person}/visit/${about.day}/${about.customer}`;
    case "handover":
      return `${company}/${person}/handover/${about.from}/${about.away}`;
    default:
      return about satisfies never;
  }
}

/** Plans a delivery, once however often it is asked for. */
export function planDelivery(
  store: Store,
  { company, person, about, dueAt }: Pick<Delivery, "company" | "person" | "about" | "dueAt">,
): Promise<"inserted" | "exists"> {
  return store.insert(deliveries, {
    _id: deliveryKey({ company, person, about }),
    company,
    bucket: bucketOf(`${company}/${person}`),
    person,
    about,
    dueAt,
    state: "planned",
    claimAt: dueAt,
    owner: null,
    fence: 0,
    attempts: 0,
  });
}

/** Lets what is planned, and was never begun, come at another time. */
export async function moveDelivery(
  store: Store,
  { dueAt, ...delivery }: Pick<Delivery, "company" | "person" | "about" | "dueAt">,
): Promise<void> {
  const when = { state: "planned", fence: 0 };
  await store.change(deliveries, deliveryKey(delivery), { when, set: { dueAt, claimAt: dueAt } });
}
