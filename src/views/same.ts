// Keeps a row of a long list from being drawn again while nothing about it has changed.
import { Component } from 'preact';
import type { ComponentChild, ComponentType } from 'preact';

/** The component, drawn again only when one of its properties is another. */
export function unlessSame<P extends object>(draw: (props: P) => ComponentChild): ComponentType<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const names = Object.keys(next) as (keyof P)[];
      return names.some((name) => next[name] !== this.props[name]);
    }

    override render() {
      return draw(this.props);
    }
  };
}
