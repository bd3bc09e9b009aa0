import type { Directory } from "../../../people/directory.ts";
import { words } from "../../../text/text.ts";
import { messageOf, paragraph } from "../../draw/compose.ts";
import type { Listener } from "../../scene.ts";
import type { CustomerSources, Drawing } from "../load-customer-tell.ts";
import { loadCustomer } from "./card/load-customer.ts";
import { drawCustomer } from "./draw-customer.ts";
import type { RegisterTell } from "./register-tells.ts";

/** Reads what a tell about the register is drawn from. */
export async function loadRegisterTell(
  sources: CustomerSources,
  directory: Directory,
  tell: RegisterTell,
  _listener: Listener,
): Promise<Drawing | undefined> {
  switch (tell.kind) {
    case "customer-card": {
      const known = await loadCustomer(sources, directory, tell.customer);
      return known
        ? (listener) => drawCustomer(known, tell.part, listener)
        : ({ language }) => messageOf(language, [paragraph(words(language)("customers.card.gone"))]);
    }
    default:
      return undefined;
  }
}
