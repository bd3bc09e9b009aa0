import { arrivePerson } from "../../../../people/arrive.ts";
import { people } from "../../../../people/records.ts";
import { arriving, isOwn, profileSchema } from "../people/profile.ts";
import type { ToldOf } from "../read/told.ts";
import { knownPerson } from "./take-coming.ts";
import type { Answer, Taking } from "./taking.ts";

/** A channel got another name. */
export async function takeRenamed(parts: Taking, told: ToldOf<"renamed">): Promise<Answer> {
  const installation = await parts.workspaces.of(told.tenant);
  if (installation) await parts.channels.rename(installation, told.channel, told.name);
  return undefined;
}

/** Someone's profile changed: name, language, zone; or they were deactivated, made a guest, or are back. Only of those whom Luotsi knows. */
export async function takeProfile(parts: Taking, told: ToldOf<"profile">): Promise<Answer> {
  const profile = profileSchema.safeParse(told.user).data;
  const installation = profile && (await parts.workspaces.of(told.tenant));
  const person = installation && (await knownPerson(parts, installation, profile.id));
  if (!person) return undefined;
  if (isOwn(profile, installation.tenant)) {
    await arrivePerson(parts, arriving(profile, installation, person));
    if (person.leftAt !== undefined) await parts.store.change(people, person._id, { unset: ["leftAt"] });
  } else if (person.leftAt === undefined) {
    await parts.store.change(people, person._id, { set: { leftAt: told.at } });
  }
  parts.directories.forget(person.company);
  return undefined;
}

/** Luotsi was taken off a workspace: its token goes, what is stored stays. */
export async function takeRemoved(parts: Taking, told: ToldOf<"removed">): Promise<Answer> {
  await parts.installations.remove(told.tenant, told.at);
  parts.workspaces.forget(told.tenant);
  return undefined;
}
