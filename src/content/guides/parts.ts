// Steps that several guides share: the code by message, and the ends that every walk may come to.

import type { Effect, GuideStep, Source } from '../../lib/domain/content.ts';
import {
	again,
	at,
	end,
	labels,
	links,
	met,
	refer,
	resident,
	shows,
	SIGNED_IN_AT_1,
	SIGNED_IN_AT_2,
	to,
	usual,
	volunteer
} from '../write.ts';

export const OTP_LIFE_MS = 180_000;
export const HOTLINE = '1900.0368';
export const LOCK_SOURCE = at('web', 'znews post1606908');
/** Labels seen on pages of 2022 to 2024; screens of today are not verified (digest m rows 7 and 11). */
export const SCREENS_OF_2022 = at('001', 'B2', 'U');
export const SIM_RULE = at('web', 'index.vn; news.laodong.vn 1711320 (TT 08/2026/TT-BKHCN)');

/** Entering a code: what to do when it is right, wrong, late or never comes. Ids `otp`, `otp-missing`, and its ends. */
export function codeSteps(next: string, words: string, from: readonly Source[] = [at('000', '§5 B3')]): GuideStep[] {
	return [
		resident(
			'otp',
			'Nhập mã trong tin nhắn',
			'Người dân tự nhập mã. Không đọc mã cho ai, kể cả tình nguyện viên.',
			[
				usual(next, 'right', words),
				shows('Gửi lại mã', to('otp', 'wrong', 'Mã sai hoặc hết hạn, bấm để lấy mã mới')),
				to('otp-missing', 'none', 'Không nhận được mã')
			],
			{
				from,
				read: 'Tự nhập mã trong tin nhắn. Không đọc mã cho ai.',
				...labels('Xác thực mã OTP'),
				see: 'Mã sống 3 phút. Màn hình ghi “Mã sẽ hết hạn trong” và đếm ngược.',
				timer: { kind: 'otp', lifeMs: OTP_LIFE_MS },
				terms: ['term-otp'],
				limit: { times: 3, to: 'try-later' }
			}
		),
		volunteer(
			'otp-missing',
			'Không nhận được mã',
			'Xem máy có sóng không, SIM của số đã khai có nằm trong máy này không.',
			[
				{ ...shows('Gửi lại mã', to('otp', 'resend', 'Bấm lấy mã mới')), usual: true },
				to('no-network', 'no-network', 'Không có sóng', met('B2.6')),
				to('number-changed', 'changed', 'Đã đổi số, đổi SIM', met('B3.3')),
				to('sim-shop', 'other-owner', 'SIM không chính chủ', met('B3.2')),
				to('sim-shop', 'restricted', 'SIM bị hạn chế do chưa xác thực', met('B3.5')),
				to('sim-shop', 'shared', 'Đây là số của người khác trong nhà', met('B3.1'))
			],
			{ from: [at('003', 'L nguyên nhân 2–3')] }
		),
		noNetwork(),
		simShop(),
		end(
			'number-changed',
			'referred',
			'Đã đổi số điện thoại',
			'Mã đang về số cũ. Còn đăng nhập được thì đổi số trong ứng dụng; không thì ra Công an xã/phường.',
			'Số đã khai không còn dùng.',
			[refer('wardPolice', 'Đổi số điện thoại sau khi đăng ký')],
			{ from: [at('003', 'L nguyên nhân 3')], ...links(['P15-change-number', 'Đổi số điện thoại']) }
		),
		tryLater()
	];
}

/** Asks for the level only where nobody knew it; `then` is where it leads. */
export function askLevel(then: string): GuideStep {
	return volunteer(
		'level',
		'Màn hình ghi mức mấy?',
		'Nhìn trên máy người dân: tài khoản mức 1 hay mức 2.',
		[
			usual(then, 'level-2', 'Mức 2', ...SIGNED_IN_AT_2),
			to(then, 'level-1', 'Mức 1', ...SIGNED_IN_AT_1),
			to(then, 'unclear', 'Không thấy rõ mức')
		],
		{
			from: [at('003', 'L')],
			redirects: [
				{
					when: {
						states: [
							'l1Submitted',
							'l1Approved',
							'l1Active',
							'l1LoggedIn',
							'l2Booked',
							'l2Submitted',
							'l2Approved',
							'l2Active',
							'l2LoggedIn'
						]
					},
					to: then
				}
			]
		}
	);
}

export function noNetwork(): GuideStep {
	return end(
		'no-network',
		'later',
		'Không có sóng, không có mạng',
		'Thử phát mạng từ máy tình nguyện viên, hoặc đến nhà văn hóa có Wi-Fi. Không được thì hẹn lại.',
		'Không có mạng.',
		[again('Đến lại, chọn nơi có mạng', 2)],
		{ from: [at('003', 'L nguyên nhân 2')] }
	);
}

export function simShop(): GuideStep {
	return end(
		'sim-shop',
		'referred',
		'Làm SIM ở nhà mạng',
		'Mang thẻ căn cước ra cửa hàng nhà mạng để làm SIM chính chủ hoặc xác thực SIM.',
		'SIM chưa dùng được cho tài khoản.',
		[refer('carrier', 'Làm SIM chính chủ hoặc xác thực SIM'), again('Xem SIM đã dùng được chưa', 3)],
		{
			from: [SIM_RULE],
			read: 'Mang thẻ căn cước ra cửa hàng nhà mạng để làm SIM chính chủ hoặc xác thực SIM.',
			...links(['sim-verification', 'Xác thực SIM'])
		}
	);
}

export function tryLater(words = 'Đến lại làm tiếp'): GuideStep {
	return end(
		'try-later',
		'later',
		'Dừng ở đây, hẹn lại',
		'Đã thử nhiều lần. Nghỉ, hẹn hôm khác; vẫn không được thì ra Công an xã/phường.',
		'Thử nhiều lần chưa được.',
		[again(words, 1)],
		{ from: [at('003', 'L')] }
	);
}

/** The screen is not the one that the guide knows: nobody guesses on a stranger's phone. */
export function otherScreen(id = 'other-screen'): GuideStep {
	return end(
		id,
		'referred',
		'Màn hình khác hướng dẫn',
		'Ứng dụng hoặc cổng có thể đã đổi màn hình. Không đoán; nhờ quầy Một cửa làm tiếp và báo để phường sửa hướng dẫn.',
		'Màn hình không giống hướng dẫn.',
		[refer('oneStopDesk', 'Màn hình khác hướng dẫn')],
		{ from: [at('002', 'A4.2', 'U')] }
	);
}

/** An end that hands over to another guide. */
export function goOn(
	id: string,
	title: string,
	say: string,
	guide: string,
	words: string,
	effects: readonly Effect[] = []
) {
	return end(id, 'later', title, say, 'Làm tiếp ở hướng dẫn khác.', effects, {
		from: [at('003', 'G')],
		...links([guide, words])
	});
}
