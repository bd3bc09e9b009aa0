import { HOME, PostFailed } from "../channels/channel.ts";
import { type Place, placeKey } from "../channels/place.ts";
import type { Target } from "../channels/targets-for.ts";
import type { CarrierPorts } from "./carrier.ts";
import type { inTurn } from "./in-turn.ts";
import type { Outgoing } from "./outbox.ts";
import { paced } from "./paced.ts";
import { messageAt } from "./standing.ts";

type Tell = Outgoing["tell"];

/** Whether this is drawn from the state at its time and at most once in a while: harmless to repeat, and nothing waits for it. */
export function isPaced({ how }: Outgoing): boolean {
  return how.kind === "redraw" || (how.kind === "edit" && how.message === HOME);
}

/** Draws anew what may change faster than platforms like to be told: progress that many people make at once is drawn once for all of them. */
export function createRedraw(ports: CarrierPorts, atPlace: ReturnType<typeof inTurn>) {
  const pace = paced({ everyMs: ports.redrawEveryMs, now: ports.now, wait: ports.wait });

  async function view(company: string, round: string, key: string, tell: Tell): Promise<void> {
    const found = await ports.findView(round, key);
    if (!found) return;
    const { place, messages } = found;
    await onAll(await ports.targetsFor(company, place), async (target) => {
      const standing = messageAt(messages, key, target);
      if (standing !== undefined) await edit(company, place, target, standing, tell);
    });
  }

  async function homes(company: string, place: Extract<Place, { kind: "private" }>, tell: Tell): Promise<void> {
    const all = await ports.homesOf(company, place.person);
    await onAll(all, (target) => edit(company, place, target, HOME, tell));
  }

  async function edit(company: string, place: Place, target: Target, standing: string, tell: Tell): Promise<void> {
    // Drawn when its turn has come: of two drawings the one that is sent later shows the later state.
    await atPlace(onTarget(target, place), async () => {
      const message = await ports.draw(company, place, tell);
      if (message) await editIfThere(() => target.channel.edit(company, place, standing, message));
    });
  }

  return async (company: string, { how, place, tell }: Outgoing): Promise<void> => {
    if (how.kind === "redraw") await pace(`${how.round} ${how.key}`, () => view(company, how.round, how.key, tell));
    else if (place.kind === "private") {
      const atOnce = how.kind === "edit" && how.gathered !== true;
      await pace(`home ${company} ${place.person}`, () => homes(company, place, tell), { atOnce });
    }
  };
}

/** What is said to one place of one installation keeps its order. */
export function onTarget({ installation }: Target, place: Place): string {
  return `${installation} ${placeKey(place)}`;
}

/** False when the message cannot be drawn anew and waiting would not help: it was deleted. What stands behind it must not wait for it. */
export async function editIfThere(edit: () => Promise<void>): Promise<boolean> {
  try {
    await edit();
    return true;
  } catch (error) {
    if (error instanceof PostFailed && !error.unclear && error.retryAfterSeconds === undefined) return false;
    throw error;
  }
}

/** One installation's trouble is not the next one's; it is told when all are done. */
async function onAll(targets: readonly Target[], work: (target: Target) => Promise<void>): Promise<void> {
  const outcomes = await Promise.allSettled(targets.map(work));
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed) throw failed.reason;
}
