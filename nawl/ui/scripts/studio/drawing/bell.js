/* Something that others listen to. */
export class Bell {
  constructor() {
    this.ears = [];
  }

  listen(ear) {
    this.ears.push(ear);
  }

  ring(news) {
    this.ears.forEach((ear) => ear(news));
  }
}
