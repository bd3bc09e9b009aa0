import type { Outcome } from "../../channels/channel.ts";
import { joinCustomers } from "../../customers/join-customers.ts";
import { readRulebook } from "../../customers/rulebook.ts";
import type { Form, FormValues } from "../../message/form.ts";
import { LIMITS } from "../../message/limits.ts";
import { accountsOf, teamsOf } from "../../people/directory.ts";
import { joinPeople, likelyPairs, presentPeople, shareInstallation } from "../../people/joining/join-people.ts";
import type { Person, Platform } from "../../people/records.ts";
import { joinActions } from "../../plan/joining/join-actions.ts";
import { joinResponses } from "../../rounds/join-responses.ts";
import { actionText } from "../action.ts";
import { sentence } from "../converse.ts";
import { shorten } from "../draw/shorten.ts";
import { one } from "../form-values.ts";
import type { Turn } from "../turn.ts";
import { onlyAdmin } from "./joining-turn.ts";

/** A menu holds a hundred; the likely pairs come first. */
const MOST_OPTIONS = 100;
const PLATFORMS = { slack: "Slack", teams: "Teams", web: "Web" } as const satisfies { [platform in Platform]: string };

export async function openJoinPeopleForm(turn: Turn): Promise<Outcome> {
  const refusal = await onlyAdmin(turn);
  if (refusal !== undefined) return { kind: "taken", notice: refusal };
  return { kind: "form", form: joinPeopleForm(turn) };
}

function joinPeopleForm({ directory, say }: Turn): Form {
  const likely = likelyPairs(directory);
  const all = [...new Set([...likely.flat(), ...presentPeople(directory)])].slice(0, MOST_OPTIONS);
  const options = all.map((person) => ({ value: person._id, label: shorten(named(person), LIMITS.optionLabel) }));
  const platforms = [...new Set([...directory.installations.values()].map(({ platform }) => platform))];
  const [first] = likely;
  function named(person: Person): string {
    const where = accountsOf(directory, person._id).flatMap(
      ({ installation }) => directory.installations.get(installation)?.platform ?? [],
    );
    return `${person.name} (${[...new Set(where)].map((platform) => PLATFORMS[platform]).join(", ")})`;
  }
  return {
    title: say("joining.form.title"),
    intro: say("joining.form.intro"),
    fields: [
      { kind: "pick", id: "kept", label: say("joining.form.kept"), options, ...(first ? { value: first[0]._id } : {}) },
      {
        kind: "pick",
        id: "other",
        label: say("joining.form.other"),
        options,
        ...(first ? { value: first[1]._id } : {}),
      },
      {
        kind: "pick",
        id: "prefers",
        label: say("joining.form.prefers"),
        options: platforms.map((platform) => ({ value: platform, label: PLATFORMS[platform] })),
        ...(platforms[0] ? { value: platforms[0] } : {}),
      },
    ],
    submit: say("joining.form.submit"),
    action: actionText({ kind: "save-join-people" }),
  };
}

export async function saveJoinPeople(turn: Turn, values: FormValues): Promise<Outcome> {
  const refusal = await onlyAdmin(turn);
  if (refusal !== undefined) return { kind: "taken", notice: refusal };
  const { ports, say, incoming } = turn;
  const directory = await ports.directories.fresh(incoming.company);
  const present = new Map(presentPeople(directory).map((person) => [person._id, person]));
  const kept = present.get(one(values.kept));
  const other = present.get(one(values.other));
  if (!kept) return { kind: "mistakes", mistakes: { kept: say("joining.pickPerson") } };
  if (!other || other._id === kept._id) return { kind: "mistakes", mistakes: { other: say("joining.pickOther") } };
  if (shareInstallation(directory, kept, other))
    return { kind: "mistakes", mistakes: { other: say("joining.samePlatform") } };
  const chosen = Object.keys(PLATFORMS).find((platform) => platform === one(values.prefers));
  const prefers = isPlatform(chosen) ? { prefers: chosen } : {};
  const theirs = [kept, other].flatMap(({ _id }) => teamsOf(directory, _id).map((team) => team._id));
  const joining = { company: incoming.company, teams: [...new Set(theirs)], kept: kept._id, other: other._id };
  const book = await readRulebook(ports.store, directory.company);
  await joinResponses(ports.store, joining);
  await joinActions(ports.store, joining, turn.event.now);
  await joinCustomers(ports.store, book, joining, turn.event.now);
  // At the end: cut short before, all of it is done anew when the event comes again.
  await joinPeople(ports, directory, { kept, other, ...prefers });
  ports.registers.forget(incoming.company);
  const where = isPlatform(chosen) ? PLATFORMS[chosen] : "";
  return sentence(turn, say("joining.peopleJoined", { name: kept.name, platform: where }));
}

function isPlatform(value: string | undefined): value is Platform {
  return value !== undefined && Object.hasOwn(PLATFORMS, value);
}
