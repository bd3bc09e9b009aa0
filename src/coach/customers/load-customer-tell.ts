import type { Message } from "../../message/message.ts";
import type { Directory } from "../../people/directory.ts";
import type { CoachPorts } from "../ports.ts";
import type { Listener } from "../scene.ts";
import { loadContactTell } from "./contacts/load-contact-tell.ts";
import type { CustomerTell } from "./customer-tells.ts";
import { isDeviationTell } from "./deviations/deviation-tells.ts";
import { loadDeviationTell } from "./deviations/load-deviation-tell.ts";
import { drawWho } from "./handover/draw-who.ts";
import { isHandoverTell } from "./handover/handover-tells.ts";
import { loadRegisterTell } from "./register/load-register-tell.ts";
import { isRegisterTell } from "./register/register-tells.ts";
import { loadSavingTell } from "./saving/load-saving-tell.ts";
import { isSavingTell } from "./saving/saving-tells.ts";
import { loadVisitTell } from "./visits/load-visit-tell.ts";
import { isVisitTell } from "./visits/visit-tells.ts";

/** What was read, ready to be drawn in the listener's words: pure. */
export type Drawing = (listener: Listener) => Message | undefined;

/** What words about customers are read from. */
export type CustomerSources = Pick<CoachPorts, "store" | "flows" | "now" | "registers" | "exports">;

/** Reads what a tell about customers is drawn from. Undefined when what was to be told of is gone. */
export function loadCustomerTell(
  sources: CustomerSources,
  directory: Directory,
  tell: CustomerTell,
  listener: Listener,
): Promise<Drawing | undefined> {
  if (isRegisterTell(tell)) return loadRegisterTell(sources, directory, tell, listener);
  if (isDeviationTell(tell)) return loadDeviationTell(sources, directory, listener);
  if (isHandoverTell(tell)) return Promise.resolve(drawWho(directory));
  if (isVisitTell(tell)) return loadVisitTell(sources, directory, tell);
  if (isSavingTell(tell)) return loadSavingTell(sources, directory, tell, listener);
  return loadContactTell(sources, directory, tell, listener);
}
