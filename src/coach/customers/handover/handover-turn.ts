import { isoDateIn } from "../../../calendar/iso-date.ts";
import { HOME, type Outcome } from "../../../channels/channel.ts";
import { customers } from "../../../customers/customer.ts";
import { awaySoon } from "../../../people/away-on.ts";
import type { Person } from "../../../people/records.ts";
import { actionsOf } from "../../../plan/find-actions.ts";
import { converse, plan } from "../../converse.ts";
import { personName } from "../../draw/naming.ts";
import { changeOwn, ownRecord } from "../../settings/own-change.ts";
import { colleaguesOf } from "../../settings/settings-form.ts";
import type { Tell } from "../../tell.ts";
import type { Tap, Turn } from "../../turn.ts";
import type { HandoverButton } from "./handover-actions.ts";

/** Who goes away, has customers or actions and has named nobody is asked who stands in. */
export async function asksWho(turn: Turn, person: Person): Promise<readonly Tell[]> {
  const away = awaySoon(person, isoDateIn(turn.event.now, person.timeZone));
  if (!away || away.substitute !== null || colleaguesOf(turn.directory, person._id).length === 0) return [];
  const { company, _id } = person;
  const [any] = await turn.ports.store.find(customers, {
    name: "ofPerson",
    equals: { company, person: _id },
    limit: 1,
  });
  const isFree = !any && (await actionsOf(turn.ports.store, { company, person: _id })).length === 0;
  return isFree ? [] : [{ kind: "handover-who" }];
}

/** The one who goes away has tapped who stands in. */
export async function handoverTap(turn: Tap, { person: substitute }: HandoverButton): Promise<Outcome> {
  const { person: me, say, directory, incoming } = turn;
  const before = await ownRecord(turn);
  const away = awaySoon(before, isoDateIn(turn.event.now, before.timeZone));
  if (!away) return { kind: "taken", notice: say("handover.notAway") };
  const known = substitute === null || colleaguesOf(directory, me._id).some(({ _id }) => _id === substitute);
  if (!known) return { kind: "taken", notice: say("turn.oldButton") };
  await changeOwn(turn, before, { set: { away: { ...away, substitute } } });
  const text =
    substitute === null
      ? say("handover.chosenNobody")
      : say("handover.chosen", { name: personName(directory, substitute, me.language) });
  const place = { kind: "private", person: me._id } as const;
  const message = incoming.kind === "tapped" ? incoming.message : undefined;
  if (message === undefined || message === HOME || incoming.place.kind !== "private")
    return converse(turn, [{ kind: "sentence", text }], { place });
  return plan(turn, place, [{ place, how: { kind: "edit", message }, tell: { kind: "sentence", text } }], { told: [] });
}
