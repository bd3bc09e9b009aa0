import type { Delivery } from "../../../deliveries/due/delivery.ts";
import { deliveries } from "../../../deliveries/due/delivery.ts";
import { type Unsettled, unsettledDeliveries } from "../../../deliveries/unsettled.ts";
import type { Directory } from "../../../people/directory.ts";
import type { Platform } from "../../../people/records.ts";
import type { CoachPorts } from "../../ports.ts";

/** What may not have arrived, and why, the newest first. */
export type Sending =
  | { readonly kind: "message"; readonly at: number; readonly unsettled: Unsettled }
  | { readonly kind: "due"; readonly at: number; readonly delivery: Delivery }
  /** The platform said that this person wants nothing from Luotsi. */
  | { readonly kind: "blocked"; readonly at: number; readonly person: string }
  /** Luotsi was taken from a team's channel. */
  | { readonly kind: "removed"; readonly at: number; readonly team: string }
  /** Luotsi was taken off a platform. */
  | { readonly kind: "taken-off"; readonly at: number; readonly platform: Platform };

/** What is told to an admin is drawn from it. */
export interface AdminView {
  readonly now: number;
  readonly directory: Directory;
  readonly sendings: readonly Sending[];
}

/** Older ones help nobody any more. */
const SHOWN_MS = 30 * 24 * 60 * 60 * 1000;
const MOST = 1_000;

export async function loadAdmin(
  { store, now }: Pick<CoachPorts, "store" | "now">,
  directory: Directory,
): Promise<AdminView> {
  const company = directory.company._id;
  const since = now() - SHOWN_MS;
  const ofState = (state: Delivery["state"]) =>
    store.find(deliveries, { name: "ofState", equals: { company, state }, from: since, limit: MOST });
  const [unsettled, unclear, dropped] = await Promise.all([
    store.find(unsettledDeliveries, { name: "ofCompany", equals: { company }, from: since, limit: MOST }),
    ofState("unclear"),
    ofState("dropped"),
  ]);
  const sendings: Sending[] = [
    // Found again: it had arrived.
    ...unsettled
      .filter(({ outcome }) => outcome !== "found")
      .map((one) => ({ kind: "message" as const, at: one.at, unsettled: one })),
    ...[...unclear, ...dropped.filter(({ reason }) => reason === "given-up")].map((delivery) => ({
      kind: "due" as const,
      at: delivery.dueAt,
      delivery,
    })),
    ...directory.accounts.flatMap(({ person, blockedAt }) =>
      blockedAt === undefined ? [] : [{ kind: "blocked" as const, at: blockedAt, person }],
    ),
    ...removals(directory),
  ];
  return { now: now(), directory, sendings: sendings.sort((a, b) => b.at - a.at) };
}

/** Where nothing is sent any more because Luotsi is there no more. */
function removals({ teams, installations }: Directory): readonly Sending[] {
  const fromChannels = [...teams.values()].flatMap(({ _id, channels }) =>
    channels.flatMap(({ removedAt }) =>
      removedAt === undefined ? [] : [{ kind: "removed" as const, at: removedAt, team: _id }],
    ),
  );
  const fromPlatforms = [...installations.values()].flatMap(({ platform, removedAt }) =>
    removedAt === undefined ? [] : [{ kind: "taken-off" as const, at: removedAt, platform }],
  );
  return [...fromChannels, ...fromPlatforms];
}
