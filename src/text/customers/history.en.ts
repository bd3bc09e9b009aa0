/** What has happened with a customer: what was edited, and what a sales plan means to do. */
export const historyEn = {
  changed: {
    businessId: "business ID",
    buys: "whether it buys already",
    closedWeeks: "closed weeks",
    contactPersons: "contact persons",
    givenClass: "given class",
    lifecycle: "phase of the lifecycle",
    name: "name",
    ownPlan: "own care plan",
    person: "person in charge",
    potential: "potential value",
    present: "present value",
    products: "products",
    scores: "scores",
    segment: "segment",
    town: "town",
    will: "state of the co-operation",
  },
} as const;
