import { z } from "zod";
import type { ArrivingPerson } from "../../../../people/arrive.ts";
import type { Installation, Person } from "../../../../people/records.ts";

/** A user as users.info and user_change tell of them (docs.slack.dev: "User object"). */
export const profileSchema = z.object({
  id: z.string(),
  team_id: z.string().nullish(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_workflow_bot: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  is_admin: z.boolean().optional(),
  is_owner: z.boolean().optional(),
  tz: z.string().nullish(),
  locale: z.string().nullish(),
  enterprise_user: z.object({ enterprise_id: z.string().optional() }).optional(),
});
export type Profile = z.infer<typeof profileSchema>;

/** Whether this is someone of the company's own: no bot, no guest, nobody of another workspace, nobody who has left. */
export function isOwn(profile: Profile, tenant: string): boolean {
  const { id, team_id, enterprise_user } = profile;
  if (profile.deleted || profile.is_bot || profile.is_workflow_bot || id === "USLACKBOT") return false;
  if (profile.is_restricted || profile.is_ultra_restricted || profile.is_stranger) return false;
  return !team_id || team_id === tenant || enterprise_user?.enterprise_id === tenant;
}

/** The person as the profile shows them; what it does not tell is as in `standing`. Slack's locale is "fi-FI"; whoever reads neither language gets English. */
export function arriving(
  profile: Profile,
  installation: Installation,
  standing: Pick<Person, "language" | "timeZone">,
): ArrivingPerson {
  const { locale, tz } = profile;
  return {
    installation,
    user: profile.id,
    name: nameIn(profile),
    language: locale ? (locale.startsWith("fi") ? "fi" : "en") : standing.language,
    timeZone: tz || standing.timeZone,
    admin: profile.is_admin === true || profile.is_owner === true,
  };
}

function nameIn({ real_name, profile, name, id }: Profile): string {
  return real_name || profile?.real_name || profile?.display_name || name || id;
}
