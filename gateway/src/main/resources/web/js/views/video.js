import { Component, createRef, loadHls, tag } from '../lib.js';
import { t } from '../i18n.js';
import { icon } from './icons.js';

const { video, button, div } = tag;

const RETRY_MS = 5_000;

/** The live picture by HLS: natively where the browser can, by hls.js elsewhere. It starts silent, as browsers demand. */
export class Video extends Component {
  element = createRef();
  #hls = null;
  #timer = 0;
  state = { muted: true, failed: false, lying: false };

  componentDidMount() {
    this.#play();
  }

  componentDidUpdate(before) {
    if (before.src !== this.props.src) this.#play();
  }

  componentWillUnmount() {
    this.#stop();
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#hls?.destroy();
    this.#hls = null;
  }

  async #play() {
    this.#stop();
    const { src } = this.props;
    const element = this.element.current;
    if (element.canPlayType('application/vnd.apple.mpegurl')) {
      element.src = src;
      return;
    }
    const Hls = await loadHls().catch(() => null);
    if (!Hls?.isSupported() || this.element.current !== element || src !== this.props.src) {
      this.setState({ failed: !Hls?.isSupported() });
      return;
    }
    this.#hls = new Hls({ enableWorker: false, liveSyncDurationCount: 2 });
    this.#hls.on(Hls.Events.MANIFEST_PARSED, () => this.setState({ failed: false }));
    this.#hls.on(Hls.Events.ERROR, (_, error) => error.fatal && this.#failed());
    this.#hls.loadSource(src);
    this.#hls.attachMedia(element);
  }

  #failed = () => {
    this.#stop();
    this.setState({ failed: true });
    this.#timer = setTimeout(() => this.#play(), RETRY_MS);
  };

  #toggle = () => {
    const element = this.element.current;
    element.muted = !element.muted;
    this.setState({ muted: element.muted });
    element.play().catch(() => {});
  };

  /** A picture that is wider than high is shown whole; one made for phones fills the stage. */
  #measured = ({ target }) => this.setState({ lying: target.videoWidth > target.videoHeight });

  render({ label }, { muted, failed, lying }) {
    return div(
      { class: `video ${failed ? 'video-failed' : ''} ${lying ? 'video-lying' : ''}` },
      video({
        ref: this.element,
        class: 'video-picture',
        autoplay: true,
        muted: true,
        playsinline: true,
        'aria-label': label,
        onLoadedMetadata: this.#measured,
        onError: () => this.#hls || this.#failed(),
        onPlaying: () => this.setState({ failed: false }),
      }),
      failed && div({ class: 'video-note', role: 'status' }, t('room.videoFailed')),
      button(
        {
          type: 'button',
          class: 'round glass video-sound',
          'aria-label': t(muted ? 'room.unmute' : 'room.mute'),
          onClick: this.#toggle,
        },
        icon(muted ? 'silent' : 'sound'),
      ),
    );
  }
}
