/** What sets the items of a typed list apart. */
export const LIST_MARK = /(?:[,;\n>→]|(?<=\s)(?:ja|sekä|and|&|plus|\+)(?=\s))/i;
