import { z } from "zod";
import { collection } from "../store/collection.ts";

export const languageSchema = z.enum(["fi", "en"]);
export const roleSchema = z.enum(["admin", "manager", "salesperson", "member"]);
export type Role = z.infer<typeof roleSchema>;
const platformSchema = z.enum(["web", "slack", "teams"]);
export type Platform = z.infer<typeof platformSchema>;

/** Days (both included) on which nothing is sent, closed or counted; and until the end of which year that is all that was said. */
export const closedWeeksSchema = z.strictObject({
  ranges: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date() })),
  through: z.int(),
});

/** ISO weekday 1 (Monday) to 7 and hour 0–23, by the clock of whoever gets it. */
const weeklySchema = z.strictObject({ weekday: z.int().min(1).max(7), hour: z.int().min(0).max(23) });

const awaySchema = z.strictObject({
  from: z.iso.date().optional(),
  until: z.iso.date(),
  substitute: z.string().nullable(),
});
export type Away = z.infer<typeof awaySchema>;

/** The customer of Luotsi, the tenant, on one platform or several. */
export const companySchema = z.strictObject({
  _id: z.string(),
  name: z.string(),
  language: languageSchema,
  timeZone: z.string(),
  /** When the weekly message comes to those who have not chosen; not set: DESIGN's defaults. */
  weekly: weeklySchema.optional(),
  /** Not set: weeks 28–31 of every year. */
  closedWeeks: closedWeeksSchema.optional(),
  /** The last year whose closed weeks the admin was asked about. */
  closedWeeksAsked: z.int().optional(),
  /** When its customers are counted anew next: what crosses companies is found by it. */
  recount: z.strictObject({ bucket: z.int(), nextAt: z.number() }).optional(),
  /** How often customers were taken out again: where they are held in memory, they are read anew. */
  customersRemoved: z.int().optional(),
  /** So many months after a customer relationship ended its personal data is erased; not set: never. */
  customerDataMonths: z.int().min(1).max(99).optional(),
  /** The company whose code this one's only installation used; this record stays as the trace of it. */
  joinedInto: z.string().optional(),
});
export type Company = z.infer<typeof companySchema>;

/** One Slack or Teams workspace of a company, or the web chat's playground. `_id` is platform/external tenant. */
export const installationSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  platform: platformSchema,
  tenant: z.string(),
  /** When it was taken off the platform: nothing is sent there any more. Milliseconds since 1970. */
  removedAt: z.number().optional(),
});
export type Installation = z.infer<typeof installationSchema>;

/** A person of a company, whatever platforms they use. */
export const personSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  name: z.string(),
  language: languageSchema,
  /** IANA name, "Europe/Helsinki". */
  timeZone: z.string(),
  roles: z.array(roleSchema),
  /** When the weekly message comes; not set: the company's default. */
  weekly: weeklySchema.optional(),
  /** Asked to be left alone: no weekly message, no reminders. */
  quiet: z.boolean().optional(),
  /** How often the weekly message comes; not set: every week. Stopped, no nudges come either. */
  weeklyPace: z.enum(["every-second", "stopped"]).optional(),
  /** How often it came before it was stopped; not set: every week. */
  paceBefore: z.literal("every-second").optional(),
  /** Wants a line of the digest also in a week in which nothing was done and nothing needs them. */
  digestAlways: z.boolean().optional(),
  /** Away from and until these days, both included; the substitute gets what is due. Without `from`, since before anybody asked when. */
  away: awaySchema.optional(),
  /** The last time away that another one has taken the place of, or that ended before its day. */
  wasAway: awaySchema.optional(),
  /** Where a person who has several accounts wants to be spoken to. */
  prefers: platformSchema.optional(),
  /** What the person has set themselves (language, time zone): the platform's profile changes it no more. */
  chosen: z.array(z.enum(["language", "timeZone"])).optional(),
  /** The person whom an admin joined this one into; this record stays as the trace of it. */
  joinedInto: z.string().optional(),
  /** When the person left the company. */
  leftAt: z.number().optional(),
  /**
   * When the clock looks at the weekly message next; not set: at once. `settled`: the last ISO week that is done with; `since`: what was to come before
   * that is not owed. `bucket`: of the company, as in all that crosses companies.
   */
  slots: z
    .strictObject({ bucket: z.int(), nextAt: z.number(), settled: z.string().nullable(), since: z.number() })
    .optional(),
});
export type Person = z.infer<typeof personSchema>;

/** A person on an installation. `_id` is installation/external user. */
export const accountSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  installation: z.string(),
  /** The platform's id of the user. */
  user: z.string(),
  person: z.string(),
  /** The platform's id of the private chat, once it is known. */
  conversation: z.string().optional(),
  /** Where a Teams conversation is answered. */
  serviceUrl: z.string().optional(),
  /** When the platform said that this person wants nothing from Luotsi (blocked, uninstalled): never again until they write themselves. */
  blockedAt: z.number().optional(),
});
export type Account = z.infer<typeof accountSchema>;

/** A channel and its people. */
export const teamSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  name: z.string(),
  language: languageSchema,
  timeZone: z.string(),
  /** The team's channels by installation, the first is where the coach speaks unasked. `channel` is the platform's id. */
  channels: z.array(
    z.strictObject({
      installation: z.string(),
      channel: z.string(),
      serviceUrl: z.string().optional(),
      /** What the channel is part of, where the platform tells of Luotsi's removal by it: the Microsoft team. */
      within: z.string().optional(),
      /** When Luotsi was taken from it: nothing is sent there any more. Milliseconds since 1970. */
      removedAt: z.number().optional(),
    }),
  ),
  /** Where the team is closed at other times than the company. */
  closedWeeks: closedWeeksSchema.optional(),
  /** Who gets the team's digest beside the managers who belong to it. */
  digestReaders: z.array(z.string()).optional(),
});
export type Team = z.infer<typeof teamSchema>;

/** A person's belonging to a team. `_id` is team/person. */
export const membershipSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  team: z.string(),
  person: z.string(),
});
export type Membership = z.infer<typeof membershipSchema>;

const ofCompany = {
  queries: { ofCompany: { equals: ["company"] } },
  indexes: [{ name: "company", fields: ["company"] }],
} as const;

export const companies = collection({
  name: "companies",
  schema: companySchema,
  indexes: [
    { name: "closed-weeks-asked", fields: ["closedWeeksAsked"] },
    { name: "recount", fields: ["recount.bucket", "recount.nextAt"] },
  ],
  queries: {
    /** Asked with null: those that have never been asked about their closed weeks. */
    byYearAsked: { equals: ["closedWeeksAsked"] },
    toRecount: { equals: ["recount.bucket"], range: "recount.nextAt" },
    /** Asked with null: those whose customers have never been counted anew. */
    withoutRecount: { equals: ["recount.bucket"] },
  },
});
export const installations = collection({ name: "installations", schema: installationSchema, ...ofCompany });
export const people = collection({
  name: "people",
  schema: personSchema,
  indexes: [...ofCompany.indexes, { name: "bucket-slot", fields: ["slots.bucket", "slots.nextAt"] }],
  queries: {
    ...ofCompany.queries,
    due: { equals: ["slots.bucket"], range: "slots.nextAt" },
    /** Asked with null: those of whom the clock knows nothing yet. */
    withoutSlots: { equals: ["slots.bucket"] },
  },
});
export const accounts = collection({ name: "accounts", schema: accountSchema, ...ofCompany });
export const teams = collection({ name: "teams", schema: teamSchema, ...ofCompany });
export const memberships = collection({ name: "memberships", schema: membershipSchema, ...ofCompany });
