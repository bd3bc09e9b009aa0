import { LRUCache } from "lru-cache";
import { z } from "zod";
import { arrivePerson } from "../../../../people/arrive.ts";
import { accountOf } from "../../../../people/directory.ts";
import { type Installation, type Person, people } from "../../../../people/records.ts";
import { SlackRefused } from "../../send/slack-api.ts";
import type { Receiving } from "../receiving.ts";
import { arriving, isOwn, type Profile, profileSchema } from "./profile.ts";

const answerSchema = z.object({ user: profileSchema });

/** For how long a stranger (a guest, a bot, someone of another workspace) is not asked about again. */
const STRANGE_MS = 10 * 60_000;

/** What Slack answers about those whom a workspace does not see (docs.slack.dev: users.info, errors). */
const UNSEEN: ReadonlySet<string> = new Set(["user_not_found", "user_not_visible"]);

/** Who is who on Slack. */
export interface Who {
  /** The person behind a user; undefined for those whom Luotsi does not serve. Slack is asked only about somebody new. */
  person(installation: Installation, user: string): Promise<Person | undefined>;
  /** Those of the users whom Luotsi serves. */
  persons(installation: Installation, users: readonly string[]): Promise<readonly Person[]>;
}

/** How many new people are asked about at once: one channel may bring hundreds. */
const ASKED_AT_ONCE = 4;

export function createWho(parts: Receiving): Who {
  const strange = new LRUCache<string, true>({ max: 10_000, ttl: STRANGE_MS, perf: { now: parts.now } });
  const asking = new Map<string, Promise<Person | undefined>>();

  const ask = async (installation: Installation, user: string, id: string): Promise<Person | undefined> => {
    const profile = await profileOf(parts, installation, user);
    if (!profile || !isOwn(profile, installation.tenant)) {
      strange.set(id, true);
      return undefined;
    }
    const { company } = await parts.directories.of(installation.company);
    const { person } = await arrivePerson(parts, arriving(profile, installation, company));
    return person.leftAt === undefined ? person : comeBack(parts, person);
  };

  const person = async (installation: Installation, user: string): Promise<Person | undefined> => {
    const id = `${installation._id}/${user}`;
    const directory = await parts.directories.of(installation.company);
    const account = accountOf(directory, id);
    const known = account && directory.people.get(account.person);
    if (known && known.leftAt === undefined) return known;
    if (strange.has(id)) return undefined;
    const asked = asking.get(id) ?? ask(installation, user, id).finally(() => asking.delete(id));
    asking.set(id, asked);
    return asked;
  };

  return {
    person,
    persons: async (installation, users) => {
      const found: Person[] = [];
      for (let from = 0; from < users.length; from += ASKED_AT_ONCE) {
        const some = await Promise.all(
          users.slice(from, from + ASKED_AT_ONCE).map((user) => person(installation, user)),
        );
        found.push(...some.flatMap((one) => one ?? []));
      }
      return found;
    },
  };
}

/** Undefined for someone of whom Slack tells this workspace nothing, as of some who come through a shared channel. */
async function profileOf({ api }: Receiving, installation: Installation, user: string): Promise<Profile | undefined> {
  try {
    return answerSchema.parse(await api.call(installation._id, "users.info", { user, include_locale: true })).user;
  } catch (error) {
    if (error instanceof SlackRefused && UNSEEN.has(error.code)) return undefined;
    throw error;
  }
}

/** Someone who had left has an account again. */
async function comeBack(parts: Receiving, person: Person): Promise<Person> {
  const changed = await parts.store.change(people, person._id, { unset: ["leftAt"] });
  parts.directories.forget(person.company);
  return changed.kind === "missing" ? person : changed.document;
}
