/** An entity that the form offers: its reference, and how people call it. */
export interface EntityChoice {
  value: string;
  label: string;
}
