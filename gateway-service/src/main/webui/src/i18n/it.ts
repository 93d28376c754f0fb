import { merged } from "./merged";

/** The page in Italian, from the files beside the features. */
export default merged(
  import.meta.glob(
    [
      "../**/texts.it.json",
      "!../consent/**",
      "!../features/{contacts,number,search,templates,conversation/{again,ask,attach,begun,details,doubt,free,groups,handled,kinds,media,offers,origin,products,refused,start,tools}}/**",
    ],
    {
      eager: true,
      import: "default",
    },
  ),
);
