import type { Field, FieldOption, Form } from "../../../message/form.ts";
import { LIMITS } from "../../../message/limits.ts";
import { type Directory, isMember, membersOf } from "../../../people/directory.ts";
import { presentPeople } from "../../../people/joining/join-people.ts";
import type { Person, Team } from "../../../people/records.ts";
import { type Language, words } from "../../../text/text.ts";
import { actionText } from "../../action.ts";
import { shorten } from "../../draw/shorten.ts";

const PLATFORMS = { slack: "Slack", teams: "Microsoft Teams", web: "Web" } as const;
const MOST_PEOPLE = 99;

/** The team's channels as one chooses among them; of two on one platform with the platform's own id. */
export function channelNames(team: Team, { installations }: Directory, language: Language): readonly FieldOption[] {
  const platformOf = (installation: string) => installations.get(installation)?.platform;
  return team.channels.map(({ installation, channel }, nth) => {
    const platform = platformOf(installation);
    const twins = team.channels.filter((one) => platformOf(one.installation) === platform);
    const name = platform === undefined ? words(language)("admin.team.removed") : PLATFORMS[platform];
    return {
      value: String(nth),
      label: shorten(twins.length > 1 ? `${name} (${channel})` : `${name}, ${team.name}`, LIMITS.optionLabel),
    };
  });
}

/** A team's settings (fields channel, where there is a choice, and readers, for who may name them). */
export function teamForm(
  { team, directory }: { readonly team: Team; readonly directory: Directory },
  { language, namesReaders }: { readonly language: Language; readonly namesReaders: boolean },
): Form {
  const say = words(language);
  const channels = channelNames(team, directory, language);
  const fields: Field[] = [];
  if (channels.length > 1)
    fields.push({
      kind: "pick",
      id: "channel",
      label: say("admin.team.channel"),
      hint: say("admin.team.channelHint"),
      options: channels,
      value: "0",
    });
  if (namesReaders)
    fields.push({
      kind: "pick-many",
      id: "readers",
      label: say("admin.team.readersBeside"),
      hint: say("admin.team.readersHint"),
      optional: true,
      options: readersToChoose(team, directory).map(({ _id, name }) => ({
        value: _id,
        label: shorten(name, LIMITS.optionLabel),
      })),
      values: [...(team.digestReaders ?? [])],
    });
  if (fields.length === 0) fields.push({ kind: "note", id: "nothing", text: say("admin.team.nothing") });
  return {
    title: say("admin.team.formTitle"),
    fields,
    submit: say("admin.form.save"),
    action: actionText({ kind: "team-save", team: team._id }),
  };
}

/** Everybody who could read the digest and does not by being its manager: readers first, then the team's own, then the others. */
export function readersToChoose(team: Team, directory: Directory): readonly Person[] {
  const mine = new Set(membersOf(directory, team._id).map(({ _id }) => _id));
  const named = team.digestReaders ?? [];
  const weight = ({ _id }: Person) => (named.includes(_id) ? 2 : mine.has(_id) ? 1 : 0);
  return presentPeople(directory)
    .filter(
      ({ _id, roles }) => named.includes(_id) || !(roles.includes("manager") && isMember(directory, team._id, _id)),
    )
    .toSorted((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name))
    .slice(0, MOST_PEOPLE);
}
