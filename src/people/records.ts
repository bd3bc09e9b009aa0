import { z } from "zod";
import { collection } from "../store/collection.ts";

export const languageSchema = z.enum(["fi", "en"]);
export const roleSchema = z.enum(["admin", "manager", "salesperson", "member"]);
export type Role = z.infer<typeof roleSchema>;

/** The customer of Luotsi, the tenant, on one platform or several. */
export const companySchema = z.strictObject({
  _id: z.string(),
  name: z.string(),
  language: languageSchema,
  timeZone: z.string(),
});
export type Company = z.infer<typeof companySchema>;

/** One Slack or Teams workspace of a company, or the web chat's playground. `_id` is platform/external tenant. */
export const installationSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  platform: z.enum(["web", "slack", "teams"]),
  tenant: z.string(),
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
  channels: z.array(z.strictObject({ installation: z.string(), channel: z.string() })),
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

export const companies = collection({ name: "companies", schema: companySchema, indexes: [], queries: {} });
export const installations = collection({ name: "installations", schema: installationSchema, ...ofCompany });
export const people = collection({ name: "people", schema: personSchema, ...ofCompany });
export const accounts = collection({ name: "accounts", schema: accountSchema, ...ofCompany });
export const teams = collection({ name: "teams", schema: teamSchema, ...ofCompany });
export const memberships = collection({ name: "memberships", schema: membershipSchema, ...ofCompany });
