import { namesOf } from "../../flow/reading/choices/option-names.ts";
import { matchName } from "../../flow/reading/plain/match-name.ts";
import { normalise } from "../../flow/reading/plain/normalise.ts";
import type { Directory } from "../../people/directory.ts";
import type { Person } from "../../people/records.ts";
import type { Say } from "../../text/text.ts";
import { shorten } from "../draw/shorten.ts";
import { colleaguesOf } from "./settings-form.ts";

type Found = { readonly ok: true; readonly person: string } | { readonly ok: false; readonly reason: string };

const MYSELF = /^(?:minä|itse|minä itse|oma itseni|me|myself|i)$/u;

/** Someone else of one's own teams by name, whole, in part or inflected. */
export function findColleague(directory: Directory, own: string, name: string, say: Say): Found {
  const colleagues = colleaguesOf(directory, own);
  const me = directory.people.get(own);
  const found = findAmong(me ? [...colleagues, me] : colleagues, name, say);
  if (MYSELF.test(name) || (found.ok && found.person === own))
    return { ok: false, reason: say("settings.notYourself") };
  return findAmong(colleagues, name, say);
}

/** One of these people by name, whole, in part or inflected. */
export function findAmong(people: readonly Person[], name: string, say: Say): Found {
  const match = matchName(normalise(name), namesOf(people.map(({ _id, name: called }) => ({ id: _id, name: called }))));
  const found = match.kind === "one" ? people[match.index] : undefined;
  if (found && match.kind === "one" && match.sure && !match.typo) return { ok: true, person: found._id };
  if (match.kind === "none") return { ok: false, reason: say("settings.personUnknown", { name: shorten(name, 40) }) };
  if (found) return { ok: false, reason: say("settings.personNear", { name: shorten(found.name, 40) }) };
  const names = (match.kind === "several" ? match.indexes.slice(0, 4) : []).flatMap(
    (index) => people[index]?.name ?? [],
  );
  return {
    ok: false,
    reason: say("settings.personSeveral", { names: names.map((one) => shorten(one, 40)).join(", ") }),
  };
}
