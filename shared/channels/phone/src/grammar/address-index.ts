export interface FoundAddress {
  street: string;
  municipality: string;
  province: string;
}

/** A municipal address file, where the body has one: it turns a postal code and a civic number into streets. */
export interface AddressIndex {
  hasPostalCode(code: string): boolean;
  find(postalCode: string, civic: string): FoundAddress[];
}
