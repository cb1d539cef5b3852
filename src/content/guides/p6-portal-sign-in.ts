// P6': signing in to the national portal with VNeID, which took the place of the portal account of 2022.

import { at, end, guide, labels, links, met, refer, resident, shows, to, usual, volunteer } from '../write.ts';
import { codeSteps, otherScreen } from './parts.ts';

const RULE = at('web', 'thanhtraqnam.gov.vn; dansinh.dantri 20240514104513263');

export const P6 = guide(
	{
		id: 'P6-portal-sign-in',
		topic: 'services',
		title: 'Đăng nhập Cổng Dịch vụ công bằng VNeID',
		summary: 'Không cần đăng ký tài khoản cổng nữa; đăng nhập bằng VNeID.',
		minutes: 5,
		from: [RULE],
		keywords: ['dịch vụ công', 'dichvucong', 'đăng nhập', 'nộp hồ sơ', 'quét QR'],
		entry: { states: ['l1LoggedIn', 'l2LoggedIn'] }
	},
	[
		volunteer(
			'account',
			'Đã có tài khoản mức mấy?',
			'Cần tài khoản định danh đã kích hoạt. Mức 2 dùng được đầy đủ.',
			[
				usual('open', 'level-2', 'Mức 2, đã đăng nhập được VNeID'),
				to('open', 'level-1', 'Mức 1, đã đăng nhập được VNeID'),
				to('no-account', 'none', 'Chưa có, hoặc chưa kích hoạt')
			],
			{
				from: [RULE],
				notes: ['Thủ tục nào không nhận mức 1 thì cổng sẽ báo; khi đó làm mức 2.'],
				redirects: [{ when: { states: ['l2LoggedIn', 'l2Active'] }, to: 'open' }]
			}
		),
		resident(
			'open',
			'Mở cổng',
			'Gõ địa chỉ https://dichvucong.gov.vn, bấm “Đăng nhập”.',
			[
				usual('choose', 'page', 'Hiện trang đăng nhập'),
				to('other-screen', 'other', 'Trang khác, hoặc không thấy chữ này')
			],
			{
				from: [RULE],
				...labels('Đăng nhập'),
				notes: ['Tự gõ địa chỉ, không bấm đường dẫn trong tin nhắn. Địa chỉ phải đúng từng chữ.']
			}
		),
		resident(
			'choose',
			'Chọn tài khoản do Bộ Công an cấp',
			'Chọn tài khoản định danh điện tử do Bộ Công an cấp (VNeID).',
			[
				usual('type', 'number', 'Nhập số định danh và mật khẩu'),
				to('scan', 'qr', 'Quét mã trên màn hình bằng VNeID'),
				to('organisation', 'organisation', 'Làm cho cơ quan, doanh nghiệp')
			],
			{ from: [RULE] }
		),
		resident(
			'type',
			'Nhập số định danh và mật khẩu',
			'Tự nhập số định danh và mật khẩu VNeID.',
			[
				usual('otp', 'code', 'Cổng gửi mã về máy'),
				to('done', 'in', 'Vào được ngay'),
				shows('Quên mật khẩu', to('forgot', 'forgot', 'Không nhớ mật khẩu'))
			],
			{ from: [RULE] }
		),
		...codeSteps('done', 'Mã đúng, vào được cổng', [at('000', '§5 B3')]),
		resident(
			'scan',
			'Quét mã bằng VNeID',
			'Mở VNeID trên điện thoại, quét mã đang hiện trên màn hình máy tính, rồi xác nhận trên điện thoại.',
			[usual('done', 'in', 'Vào được cổng'), to('type', 'failed', 'Không quét được, nhập số')],
			{ from: [RULE], notes: ['Chỉ quét mã do chính mình vừa mở ở cổng. Không quét mã người khác gửi.'] }
		),
		end(
			'done',
			'success',
			'Đã vào Cổng Dịch vụ công',
			'Nộp hồ sơ, xem hồ sơ của mình tại đây. Máy dùng chung thì thoát ra khi xong.',
			'Đã đăng nhập cổng bằng VNeID.',
			[],
			{
				from: [RULE],
				...links(['P8-answer', 'Theo dõi hồ sơ đã nộp'])
			}
		),
		end(
			'no-account',
			'later',
			'Cần tài khoản định danh trước',
			'Làm mức 2 rồi kích hoạt, sau đó quay lại.',
			'Chưa có tài khoản định danh.',
			[],
			{
				from: [RULE],
				...links(['P4-level2', 'Đăng ký mức 2 tại Công an'], ['P5', 'Kích hoạt tài khoản'])
			}
		),
		end(
			'forgot',
			'later',
			'Quên mật khẩu',
			'Lấy lại mật khẩu trong VNeID.',
			'Chưa đăng nhập được vì quên mật khẩu.',
			[met('B4.5')],
			{
				from: [at('web', 'dantri 20251203003057624')],
				...links(['P15-forgot-password', 'Lấy lại mật khẩu'])
			}
		),
		end(
			'organisation',
			'referred',
			'Cơ quan, doanh nghiệp',
			'Tổ chức dùng tài khoản định danh của tổ chức. Hỏi quầy Một cửa: {deskPlace}.',
			'Tổ chức cần tài khoản định danh của tổ chức.',
			[refer('oneStopDesk', 'Tài khoản định danh của tổ chức')],
			{
				from: [at('law', 'NĐ 69/2024/NĐ-CP Đ.7')]
			}
		),
		otherScreen()
	]
);
