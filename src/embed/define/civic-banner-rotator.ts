/** Defines `<civic-banner-rotator>`. */
import { BannerRotator } from '../../widgets/banner-rotator/banner-rotator.js';

BannerRotator.define();
