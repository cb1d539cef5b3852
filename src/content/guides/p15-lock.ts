// P15: a lost phone, and locking or unlocking the account.

import { again, at, end, guide, labels, links, met, refer, resident, rises, to, usual, volunteer } from '../write.ts';
import { HOTLINE, LOCK_SOURCE } from './parts.ts';

const WEB = at('web', 'vietnam.vn khóa tài khoản VNeID; znews post1606908');
const HAD = [
	'l1Approved',
	'l1Active',
	'l1LoggedIn',
	'l2Approved',
	'l2Active',
	'l2LoggedIn',
	'unknown',
	'deviceLost'
] as const;

export const P15_LOCK = guide(
	{
		id: 'P15-lock',
		topic: 'keep',
		title: 'Mất máy, khóa và mở khóa tài khoản',
		summary: 'Ba cách khóa: trang vneid.gov.vn, tổng đài, Công an xã/phường.',
		minutes: 6,
		from: [WEB, at('001', 'A3.4 C8')],
		keywords: ['mất điện thoại', 'khóa tài khoản', 'mở khóa', 'bị khóa', '1900.0368'],
		wardConfirms: [HOTLINE],
		entry: { states: ['deviceLost', 'locked'] }
	},
	[
		volunteer(
			'what',
			'Chuyện gì xảy ra?',
			'Hỏi người dân cần khóa hay cần mở.',
			[
				usual(
					'how',
					'lost',
					'Mất máy, muốn khóa',
					rises(
						'deviceLost',
						HAD.filter((state) => state !== 'deviceLost'),
						'declared'
					)
				),
				to('how', 'misused', 'Sợ người khác đang dùng tài khoản'),
				to('unlock', 'locked', 'Tài khoản đang bị khóa, muốn mở', met('B4.8'), rises('locked', HAD))
			],
			{ from: [at('001', 'A3.4 C8')], redirects: [{ when: { states: ['locked'] }, to: 'unlock' }] }
		),
		volunteer(
			'how',
			'Khóa bằng cách nào?',
			'Chọn cách nhanh nhất. Người dân tự đăng nhập hoặc tự gọi.',
			[
				usual('page', 'web', 'Có máy khác: khóa trên trang vneid.gov.vn'),
				to('call', 'call', `Gọi tổng đài ${HOTLINE}`),
				to('police', 'police', 'Ra Công an xã/phường')
			],
			{ from: [WEB], wardConfirms: [HOTLINE] }
		),
		resident(
			'page',
			'Khóa trên trang web',
			'Mở https://vneid.gov.vn, đăng nhập, bấm “Yêu cầu khóa tài khoản”, chọn lý do và gửi.',
			[
				usual('locked', 'done', 'Trang báo đã nhận yêu cầu', rises('locked', HAD)),
				to('call', 'failed', 'Không đăng nhập được, hoặc không thấy chữ này')
			],
			{ from: [WEB], ...labels('Yêu cầu khóa tài khoản'), notes: ['Dùng máy của người khác thì đăng xuất khi xong.'] }
		),
		resident(
			'call',
			'Gọi tổng đài',
			`Tự gọi ${HOTLINE}, nói muốn khóa tài khoản. Tổng đài không hỏi mã OTP hay mật khẩu.`,
			[
				usual('locked', 'done', 'Tổng đài báo đã khóa', rises('locked', HAD, 'declared')),
				to('police', 'failed', 'Không gọi được')
			],
			{
				from: [LOCK_SOURCE],
				wardConfirms: [HOTLINE],
				read: `Tự gọi ${HOTLINE} để khóa tài khoản. Không đọc mã, mật khẩu cho ai.`
			}
		),
		end(
			'locked',
			'success',
			'Đã khóa',
			'Có máy mới thì ra Công an mở khóa, rồi chuyển tài khoản sang máy mới.',
			'Tài khoản đã khóa để không ai dùng được.',
			[again('Hỏi đã có máy mới, SIM mới chưa', 7)],
			{
				from: [WEB],
				...links(['P15-new-phone', 'Đổi máy mới'])
			}
		),
		end(
			'police',
			'referred',
			'Nhờ Công an xã/phường khóa',
			'Mang thẻ đến {policePlace}, vào {deskHours}.',
			'Cần Công an khóa tài khoản.',
			[refer('wardPolice', 'Khóa tài khoản định danh')],
			{
				from: [at('001', 'A3.4 C8')]
			}
		),
		volunteer(
			'unlock',
			'Vì sao bị khóa?',
			'Hỏi ai đã khóa. Mở khóa phải qua Công an hoặc tổng đài.',
			[usual('unlock-police', 'self', 'Tự khóa trước đây'), to('unlock-police', 'unknown', 'Không rõ vì sao')],
			{ from: [WEB] }
		),
		end(
			'unlock-police',
			'referred',
			'Mở khóa tài khoản',
			`Mang thẻ ra Công an xã/phường hoặc gọi tổng đài ${HOTLINE}.`,
			'Tài khoản đang bị khóa.',
			[refer('wardPolice', 'Mở khóa tài khoản định danh'), again('Xem tài khoản đã mở chưa', 3)],
			{
				from: [WEB, at('law', 'NĐ 59/2022/NĐ-CP: mở khóa trong 2 ngày làm việc', 'U')],
				wardConfirms: [HOTLINE],
				notes: ['Quy định trước đây: mở khóa không quá 2 ngày làm việc; hiện nay hỏi Công an xã/phường.']
			}
		)
	]
);
