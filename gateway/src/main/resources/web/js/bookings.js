/**
 * The shows that the viewer wants to be told of. In the store `bookings` has the numbers of those that are booked, `booking`
 * the phase of a press (sending, failed), and `begun` a booked show that went live while the viewer was in this room.
 */
export class Bookings {
  constructor({ room, api, store }) {
    Object.assign(this, { room: Number(room), api, store });
  }

  async load() {
    try {
      const { bookings } = await this.api.myBookings();
      this.store.update({ bookings: new Set(bookings.map((booking) => booking.room)) });
    } catch {
      // The button then offers to book, and booking what is booked changes nothing.
    }
  }

  /** @returns {Promise<boolean | null>} whether it is booked now; null when nobody knows. */
  async toggle() {
    if (this.store.state.booking?.phase === 'sending') return null;
    const wanted = !this.store.state.bookings.has(this.room);
    this.store.update({ booking: { phase: 'sending' } });
    try {
      await (wanted ? this.api.bookShow(this.room) : this.api.unbookShow(this.room));
      this.store.update(({ bookings }) => {
        const next = new Set(bookings);
        if (wanted) next.add(this.room);
        else next.delete(this.room);
        return { bookings: next, booking: null };
      });
      return wanted;
    } catch (failure) {
      this.store.update({ booking: { phase: 'failed', problem: failure.problem } });
      return null;
    }
  }

  /** A `begun` frame: this very room shows by itself that it is live. */
  begun({ room, title }) {
    if (room === this.room) return false;
    this.store.update({ begun: { room, title } });
    return true;
  }
}
