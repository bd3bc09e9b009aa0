import { type Customer, customers } from "../../../customers/customer.ts";
import type { Turn } from "../../turn.ts";

/** A customer of the person's own company that is still looked after. */
export async function keptCustomer({ ports, incoming }: Turn, id: string): Promise<Customer | undefined> {
  const customer = await ports.store.get(customers, id);
  return customer?.company === incoming.company && customer.kept ? customer : undefined;
}
