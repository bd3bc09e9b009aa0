import { removePieces } from "../../../../customers/files/batch-pieces.ts";
import { importBatches } from "../../../../customers/files/import-batch.ts";
import { takeBackAdded } from "../../../../customers/take-back.ts";
import type { CoachPorts } from "../../../ports.ts";
import { addingEvent, type ShowingPorts, settle } from "./standing.ts";

/** Takes whom an import added out again, where nothing else was done to them; taken up again it goes on. */
export async function takeBack(ports: ShowingPorts & Pick<CoachPorts, "registers">, id: string): Promise<void> {
  const { store, registers } = ports;
  const batch = await store.get(importBatches, id);
  if (batch?.state !== "undoing") return;
  const { company, person: by, createdAt: since } = batch;
  const { stayed } = await takeBackAdded(store, { company, by, once: addingEvent(id), since });
  registers.forget(company);
  await settle(ports, batch, { state: "undone", stayed, problems: 0, heldUntil: null });
  await removePieces(store, batch);
}
