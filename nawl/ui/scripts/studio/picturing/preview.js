/* One picture on the table: its light is read once, its grid when the crop changes, its yarns at every change. */
import { withoutIslands, withoutIsolated } from "../drawing/cleaning.js";
import { countOf } from "../drawing/sheet.js";
import { impose } from "../drawing/symmetry.js";
import { Table } from "./assigning.js";
import { Copies, keysOf, lightOf } from "./averaging.js";
import { chosenYarns } from "./choosing.js";

export class Preview {
  /* `image` is ImageData, already turned as its camera held it. */
  constructor(image, wide, high, symmetry) {
    this.symmetry = symmetry;
    this.wide = wide;
    this.high = high;
    this.copies = new Copies(lightOf(image));
    this.cropped = "";
    this.dyed = "";
  }

  /* `wish`: {crop, tone, colours, yarns: [{index, hex}], passes, least}. */
  of(wish) {
    this.crop(wish.crop);
    const dyed = JSON.stringify([this.cropped, wish.tone, wish.colours, wish.yarns]);
    if (dyed !== this.dyed) {
      this.yarns = chosenYarns(this.keys, wish.yarns, wish.colours, wish.tone);
      this.raw = new Table(this.yarns, wish.tone).of(this.keys);
      this.dyed = dyed;
    }
    const { wide, high } = this;
    let knots = withoutIsolated(this.raw, wide, high, wish.passes);
    knots = wish.least > 1 ? withoutIslands(knots, wide, high, wish.least) : knots;
    return {
      knots: knots === this.raw ? knots.slice() : knots,
      counts: countOf(knots),
      yarns: this.yarns.map((yarn) => yarn.index)
    };
  }

  crop(crop) {
    const cropped = JSON.stringify(crop);
    if (cropped !== this.cropped) {
      this.keys = keysOf(this.copies.for(crop, this.wide, this.high), crop, this.wide, this.high);
      impose(this.keys, this.wide, this.high, this.symmetry);
      this.cropped = cropped;
    }
  }
}
