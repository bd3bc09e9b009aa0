import type { Outcome } from "../../../channels/channel.ts";
import { areInOrder } from "../../../customers/classes/score.ts";
import { saveRegister } from "../../../customers/effects/save-register.ts";
import type { Flow } from "../../../flow/flow.ts";
import { changeRecord } from "../../../rounds/change-record.ts";
import { isOwnRecord } from "../../../rounds/own-record.ts";
import { responseId, responses } from "../../../rounds/response.ts";
import { rounds } from "../../../rounds/round.ts";
import { converse } from "../../converse.ts";
import { listenerFor } from "../../load-scene.ts";
import type { Scene } from "../../scene.ts";
import type { Tap } from "../../turn.ts";
import { mayAll } from "../register/may.ts";
import { loadSaving } from "./load-saving.ts";
import type { SavingButton } from "./saving-actions.ts";
import { savingCard } from "./saving-card.ts";

/** A button about what a flow's answers change in the register. */
export function savingTap(turn: Tap, button: SavingButton): Promise<Outcome> {
  switch (button.kind) {
    case "saving-save":
      return save(turn, button.of);
    case "saving-how":
    case "saving-portfolio":
    case "saving-plans":
      return converse(turn, [button]);
    default:
      return button satisfies never;
  }
}

/** Saves what the card shows; a round's for its facilitator, a manager or an admin, one's own for oneself. */
async function save(turn: Tap, of: string): Promise<Outcome> {
  const { ports, person, event, incoming, say } = turn;
  const isOwn = isOwnRecord(of);
  const directory = await ports.directories.fresh(incoming.company);
  const place = isOwn ? ({ kind: "private", person: person._id } as const) : incoming.place;
  const view = await loadSaving(ports, directory, of, listenerFor(directory, place));
  if (!view) return { kind: "taken", notice: say("turn.oldButton") };
  const { scene, changes, after, today } = view;
  const { facilitator } = scene.round;
  if (facilitator !== person._id && (isOwn || !mayAll(directory.people.get(person._id))))
    return { kind: "taken", notice: say("flows.notYours") };
  if (!areInOrder(after.rules.thresholds)) return { kind: "taken", notice: say("flows.thresholds") };
  const saving = await saveRegister(ports.store, {
    of,
    company: incoming.company,
    flow: scene.flow.id,
    person: isOwn ? person._id : null,
    by: person._id,
    changes,
    today,
    now: event.now,
  });
  const tell = () => (isOwn ? redrawOwn(turn, of, scene.flow) : redrawTeams(turn, of, scene));
  // Tapped twice, or written by the clock meanwhile.
  if (saving.pendingAt === null) await tell();
  else ports.savings.run(saving, tell);
  return { kind: "taken" };
}

/** The card says that it is saved. */
async function redrawOwn({ ports, event, person }: Tap, of: string, flow: Flow): Promise<void> {
  const planned = savingCard(flow, of, { kind: "private", person: person._id });
  const taken = await changeRecord(ports.store, responses, responseId(of, person._id), event, () => ({ planned }));
  if (taken.kind === "changed") ports.courier.send(responses, taken.record);
}

async function redrawTeams({ ports, event }: Tap, of: string, { flow, team }: Scene): Promise<void> {
  const planned = savingCard(flow, of, { kind: "channel", team: team._id });
  const taken = await changeRecord(ports.store, rounds, of, event, () => ({ planned }));
  if (taken.kind === "changed") ports.courier.send(rounds, taken.record);
}
