import { isoDateIn } from "../../calendar/iso-date.ts";
import type { Block, Message } from "../../message/message.ts";
import { awaySoon } from "../../people/away-on.ts";
import { type Directory, teamsOf } from "../../people/directory.ts";
import type { Person } from "../../people/records.ts";
import { words } from "../../text/text.ts";
import { digestTeams } from "../digest/digest-teams.ts";
import { coverageSeen, type DigestView, seenByManagers } from "../digest/draw-digest.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../draw/compose.ts";
import type { Listener } from "../scene.ts";
import { settingsLine, standingOf } from "./settings-line.ts";

interface Known {
  readonly now: number;
  readonly directory: Directory;
}

/** What stands, with the ways to change it, here or by typing. */
export function drawSettings(known: Known, listener: Listener): Message {
  const say = words(listener.language);
  return messageOf(listener.language, [...settingsBlocks(known, listener), quiet(say("settings.howToType"))]);
}

/** The same as a part of Home. */
export function settingsBlocks({ now, directory }: Known, listener: Listener): (Block | undefined)[] {
  const { person, language } = listener;
  if (!person) return [];
  const say = words(language);
  const away = awaySoon(person, isoDateIn(now, person.timeZone)) !== undefined;
  return [
    heading(say("settings.title")),
    paragraph(settingsLine(standingOf(person, directory, { now, language }))),
    choices([
      away ? button(say("settings.button.hereAgain"), { kind: "here-again" }) : undefined,
      hearsNothing(person) ? button(say("week.button.goOn"), { kind: "hear-again" }) : undefined,
      button(say("settings.button.change"), { kind: "settings" }, { opensForm: true }),
      button(say("settings.button.managerSees"), { kind: "manager-sees" }),
      teamsOf(directory, person._id).length > 0
        ? button(say("admin.button.team"), { kind: "team-settings" })
        : undefined,
      digestTeams(directory, person._id).length > 0 ? button(say("digest.button.show"), { kind: "digest" }) : undefined,
    ]),
  ];
}

function hearsNothing({ quiet: isQuiet, weeklyPace }: Person): boolean {
  return isQuiet === true || weeklyPace === "stopped";
}

/** What reaches a manager, what never does, and what the digest holds of one's own teams right now. */
export function drawManagerSees({ digest }: { readonly digest?: DigestView }, listener: Listener): Message {
  const { language } = listener;
  const say = words(language);
  return messageOf(language, [
    heading(say("settings.managerSees.title")),
    paragraph(say("settings.managerSees.sees")),
    paragraph(say("settings.managerSees.never")),
    digest && seenByManagers(digest, listener),
    ...(digest ? coverageSeen(digest, listener) : []),
  ]);
}
