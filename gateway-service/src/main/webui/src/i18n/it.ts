import { merged } from "./merged";

/** The page in Italian, from the files beside the features. */
export default merged(
  import.meta.glob(
    [
      "../**/texts.it.json",
      "!../features/{contacts,number,search,templates,conversation/{attach,details,doubt,groups,handled,media,offers,origin,refused,start}}/**",
    ],
    {
      eager: true,
      import: "default",
    },
  ),
);
